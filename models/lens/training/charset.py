"""The characters that the reader knows, and how text is brought to them."""

import unicodedata

ASCII = "".join(chr(code) for code in range(32, 127))
LATIN = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
    "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț"
)
GREEK = "ΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώ"
SIGNS = (
    "¡¢£¥€§©®™ª°±²³¹⁰⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉"
    "¶·¿×÷½¼¾«»‹›–—‘’‚“”„†‡•…‰"
    "→←↑↓↔⇒∂∆∇∈∏∑√∞∫∩∪≈≠≡≤≥≪≫⊂≲≳∼"
    "■□▪●○◆▲△▼▶★☆✓✗☐☑"
)
CHARACTERS = ASCII + LATIN + GREEK + SIGNS

# Signs that look the same are read as one.
SAME = {
    "−": "-", "‐": "-", "‑": "-", "⁃": "-", "µ": "μ", "Ω": "Ω", "Δ": "Δ", "∗": "*", "∶": ":", "․": ".",
    "′": "'", "″": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "∙": "·", "⋅": "·",
    "∆": "Δ", "∑": "Σ", "∏": "Π", "ϕ": "φ", "ϵ": "ε", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
    "■": "■", "▪": "▪", "Ʃ": "Σ", "̵": "", "\u200b": "", "º": "°", "✔": "✓", "✘": "✗", "❖": "◆", "►": "▶",
}
ALPHABET = "".join(dict.fromkeys(SAME.get(char, char) for char in CHARACTERS))
INDEX = {char: index + 1 for index, char in enumerate(ALPHABET)}
BLANK = 0


def canonical(text: str) -> str:
    """The text in the reader's own characters, as far as it has them; spaces folded."""
    folded = "".join(SAME.get(char, char) for char in unicodedata.normalize("NFC", text))
    return " ".join(folded.split())


def encode(text: str) -> list[int]:
    """One number per character; KeyError where the reader lacks it."""
    return [INDEX[char] for char in text]


def decode(ids) -> str:
    return "".join(ALPHABET[index - 1] for index in ids)
