"""How far apart two colours look: CAM02-UCS, and how people who see two primaries see them.

CIECAM02 (CIE 159:2004) with the viewing conditions of sRGB; CAM02-UCS after Luo, Cui and Li (2006); dichromacies after
Machado, Oliveira and Fernandes (2009), severity 100, on linear sRGB.
"""

from math import atan2, cos, degrees, dist, exp, log, pi, radians, sin, sqrt
from typing import NamedTuple

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

SRGB_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
CAT02: Matrix = ((0.7328, 0.4296, -0.1624), (-0.7036, 1.6975, 0.0061), (0.0030, 0.0136, 0.9834))
CAT02_TO_XYZ: Matrix = (
    (1.096123820835514, -0.278869000218287, 0.182745179382773),
    (0.454369041975359, 0.473533154307412, 0.072097803717229),
    (-0.009627608738429, -0.005698031216113, 1.015325639954543),
)
HPE: Matrix = ((0.38971, 0.68898, -0.07868), (-0.22981, 1.18340, 0.04641), (0.0, 0.0, 1.0))
D65: Vector = (95.047, 100.0, 108.883)

VISIONS: dict[str, Matrix] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


class Viewing(NamedTuple):
    """The white, the luminance of what surrounds (cd/m²) and of the background (% of white); average surround."""

    white: Vector = D65
    adapting: float = 64 / pi / 5
    background: float = 20.0


class Appearance(NamedTuple):
    """Lightness, colourfulness and hue angle in degrees."""

    lightness: float
    colourfulness: float
    hue: float


def distance(a: str, b: str, vision: str = "normal") -> float:
    """Return how far apart two colours (``#RRGGBB``) look to this kind of vision."""
    return dist(_uniform(_seen(a, vision)), _uniform(_seen(b, vision)))


def appearance(xyz: Vector, viewing: Viewing) -> Appearance:
    """Return how a colour (XYZ, white at 100) looks in CIECAM02."""
    k = 1 / (5 * viewing.adapting + 1)
    f_l = 0.2 * k**4 * 5 * viewing.adapting + 0.1 * (1 - k**4) ** 2 * (5 * viewing.adapting) ** (1 / 3)
    n = viewing.background / viewing.white[1]
    n_bb, z = 0.725 * (1 / n) ** 0.2, 1.48 + sqrt(n)
    red, green, blue = _responses(xyz, viewing, f_l)
    white = _achromatic(_responses(viewing.white, viewing, f_l), n_bb)
    a = red - 12 * green / 11 + blue / 11
    b = (red + green - 2 * blue) / 9
    hue = degrees(atan2(b, a)) % 360
    eccentricity = (cos(radians(hue) + 2) + 3.8) / 4
    t = (50000 / 13 * n_bb * eccentricity * sqrt(a * a + b * b)) / (red + green + 21 * blue / 20)
    lightness = 100 * (_achromatic((red, green, blue), n_bb) / white) ** (0.69 * z)
    chroma = t**0.9 * sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    return Appearance(lightness, chroma * f_l**0.25, hue)


def _uniform(xyz: Vector) -> Vector:
    looks = appearance(xyz, Viewing())
    lightness = 1.7 * looks.lightness / (1 + 0.007 * looks.lightness)
    colourfulness = log(1 + 0.0228 * looks.colourfulness) / 0.0228
    hue = radians(looks.hue)
    return lightness, colourfulness * cos(hue), colourfulness * sin(hue)


def _seen(colour: str, vision: str) -> Vector:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    seen = [min(1.0, max(0.0, channel)) for channel in _times(VISIONS[vision], (red, green, blue))]
    x, y, z = _times(SRGB_TO_XYZ, (seen[0], seen[1], seen[2]))
    return 100 * x, 100 * y, 100 * z


def _responses(xyz: Vector, viewing: Viewing, f_l: float) -> Vector:
    """Return the responses of the three cones, adapted to the white and compressed."""
    adaptation = 1 - exp((-viewing.adapting - 42) / 92) / 3.6
    sharp, white = _times(CAT02, xyz), _times(CAT02, viewing.white)
    gain = [viewing.white[1] * adaptation / channel + 1 - adaptation for channel in white]
    cones = _times(HPE, _times(CAT02_TO_XYZ, (sharp[0] * gain[0], sharp[1] * gain[1], sharp[2] * gain[2])))
    red, green, blue = (_compressed(cone, f_l) for cone in cones)
    return red, green, blue


def _compressed(cone: float, f_l: float) -> float:
    power: float = (f_l * abs(cone) / 100) ** 0.42
    return (400 * power / (power + 27.13)) * (1 if cone >= 0 else -1) + 0.1


def _achromatic(cones: Vector, n_bb: float) -> float:
    red, green, blue = cones
    return (2 * red + green + blue / 20 - 0.305) * n_bb


def _times(matrix: Matrix, vector: Vector) -> Vector:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z
