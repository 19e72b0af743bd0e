"""The language of a text, and silence where it is too short to tell."""

import pytest

from digest.extract.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers met on the river to speak about the harvest and the price of bread.", "en"),
        (
            "Die Minister trafen sich am Fluss, um über die Ernte und den Preis des Brotes zu sprechen.",
            "de",
        ),
        (
            "Министры встретились у реки, чтобы поговорить об урожае и о цене хлеба в этом году.",
            "ru",
        ),
        (
            "Міністри зустрілися біля річки, щоб поговорити про врожай і ціну хліба цього року.",
            "uk",
        ),
        (
            "Les ministres se sont réunis au bord du fleuve pour parler de la récolte et du prix du pain.",
            "fr",
        ),
        ("Yes.", None),
        ("", None),
        ("12 345 678 / 90", None),
    ],
)
def test_the_language_or_none(text, code):
    assert detect(text) == code
