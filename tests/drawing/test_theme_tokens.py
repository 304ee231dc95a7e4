import pytest

from game.drawing.theme import CONTRAST, DARK, INK, LIGHT, PALETTES, WHITE, Palette, contrast, ink_on

THEMES = {
    "emploi": ("#0F2A66", WHITE, 13.6),
    "logement": ("#F7630C", INK, 5.6),
    "sante": ("#137067", WHITE, 5.9),
    "vie-quotidienne": ("#FFE066", INK, 13.3),
    "liens": ("#F59ACF", INK, 8.6),
    "justice": ("#8A1FD0", WHITE, 6.6),
}


def test_contrast_goes_from_one_to_twenty_one_and_ignores_the_order() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#F7630C", "#F7630C") == pytest.approx(1)


@pytest.mark.parametrize(("colour", "writing", "ratio"), THEMES.values(), ids=THEMES)
def test_each_theme_is_written_on_in_the_colour_of_the_design(colour: str, writing: str, ratio: float) -> None:
    assert ink_on(colour) == writing
    assert contrast(writing, colour) == pytest.approx(ratio, abs=0.06)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_ink_reads_on_every_ground_and_muted_text_on_paper(palette: Palette) -> None:
    for ground in (palette.paper, palette.panel, palette.surface, palette.warning):
        assert contrast(palette.ink, ground) >= 14
    assert contrast(palette.muted, palette.paper) >= 7


def test_the_dark_palette_has_the_contrasts_of_the_light_one() -> None:
    for ground in ("paper", "panel", "surface", "warning"):
        light = contrast(LIGHT.ink, getattr(LIGHT, ground))
        assert contrast(DARK.ink, getattr(DARK, ground)) == pytest.approx(light, rel=0.03)
    assert contrast(DARK.hairline, DARK.paper) == pytest.approx(contrast(LIGHT.hairline, LIGHT.paper), rel=0.1)


def test_the_palette_of_high_contrast_is_black_on_white_and_shows_its_thin_lines() -> None:
    assert contrast(CONTRAST.ink, CONTRAST.paper) == pytest.approx(21)
    assert contrast(CONTRAST.muted, CONTRAST.panel) >= 12
    assert contrast(CONTRAST.hairline, CONTRAST.paper) >= 7
