"""The link of the remote as a QR code."""

import segno


def qr_modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the QR code of a link, ``True`` where it is dark, without the light border around it."""
    return tuple(tuple(bool(module) for module in row) for row in segno.make_qr(link, error="m").matrix)
