import pytest

from reader.text.language import guess


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("قرأت الكتاب ثم أعدته إلى المكتبة.", "ar", "Arabic"),
        ("نزل في ڤيينا ثم سافر إلى مدن أخرى كثيرة في النمسا وألمانيا وسويسرا وإيطاليا.", "ar", "a foreign letter"),
        ("كتاب را خواندم و سپس آن را به کتابخانه پس دادم.", "fa", "Persian"),
        ("میں نے کتاب پڑھی اور پھر اسے لائبریری کو واپس کر دیا۔", "ur", "Urdu, which has the Persian letters too"),
        ("کتێبەکەم خوێندەوە و پاشان گەڕاندمەوە بۆ کتێبخانە.", "ckb", "Kurdish"),
        ("قال علی إنه سافر إلی مصر ثم عاد منها.", "ar", "Arabic typed with a Persian ya"),
        ("وصل إلى أگادير.", "ar", "a short text with a foreign letter"),
        ("ما کتاب ولوست او بیا مې کتابتون ته ورکړ، ډېر ښه و.", "ps", "Pashto"),
        ("مەن كىتابنى ئوقۇدۇم، ئاندىن كۈتۈپخانىغا قايتۇردۇم.", "ug", "Uyghur"),
        ("I read the book and gave it back.", "und", "another script"),
        ("Я прочитал книгу (كتاب).", "und", "a word of Arabic in it"),
        ("قرأت كتاب The Road ثم أعدته إلى المكتبة.", "ar", "a Latin title in Arabic"),
        ("", "ar", "nothing at all"),
        ("123 — 456", "ar", "no letters"),
    ],
)
def test_guess(text: str, language: str, why: str) -> None:
    assert guess(text) == language, why
