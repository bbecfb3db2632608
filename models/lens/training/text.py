"""What the lines say: numbers, dates, units, labels, words, sentences, signs. Every kind is scored by itself."""

import ast
import glob
import gzip
import json
import os
import random
import re
import string
import sys

from charset import ALPHABET, GREEK, LATIN, canonical

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = (
    "% ‰ °C °F K kg g mg μg t lb oz km m cm mm μm nm mi ft in s ms μs min h hr hrs d days yr yrs GW MW kW W GWh MWh kWh TWh J kJ MJ "
    "GJ V mV A mA Ω kΩ Hz kHz MHz GHz bit B KB MB GB TB PB Mbps Gbps L l ml mL μL m² km² m³ ha ppm ppb dB dBm Pa kPa MPa hPa bar "
    "mol mmol mmHg mph km/h m/s m/s² g/cm³ kg/m² USD EUR GBP CHF JPY $ € £ ¥ bn mn k M B bps pp pts x × people tonnes tCO₂e "
    "units million billion trillion thousand"
).split()
NOUNS = (
    "revenue sales profit margin cost price growth rate share index value total average median mean count number volume output "
    "income expense tax debt equity assets population households employment wages energy power oil gas coal wind solar emissions "
    "temperature rainfall humidity pressure speed distance weight height length width depth area density mass age time year month "
    "week day hour date period quarter region country state city market segment category product service customer user order "
    "horsepower acceleration displacement cylinders origin frequency amplitude accuracy precision recall loss epoch error score "
    "baseline model training test sample size variance deviation probability ratio percentage budget rating gross votes species "
    "petal sepal site variety yield stock symbol open close high low series group cluster source target type name status"
).split()
SHORT = "N/A n/a – — - . … No Yes Total Sum Avg Min Max Mean Std ID Ref Qty Est. ca. vs. etc. e.g. i.e. et al. p.a. YoY QoQ CAGR EBITDA GDP CPI FTE ROI".split()
ACCENTED = ["french", "ngerman", "spanish", "italian", "portuguese", "swedish", "danish", "dutch", "bokmaal", "polish"]
SUPER = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
SUB = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Corpus:
    """Word lists and running text of the packages that README.md names."""

    def __init__(self):
        self.words = [word for word in lines_of("/usr/share/dict/american-english") if known(word) and not word.endswith("'s")]
        rng = random.Random(5)
        self.foreign = [
            rng.sample(words, min(60_000, len(words)))
            for words in ([word for word in lines_of(f"/usr/share/dict/{name}") if known(word)] for name in ACCENTED)
            if words
        ]
        self.accented = [word for words in self.foreign for word in words if not word.isascii()]
        self.names = iso_names()
        self.prose = english_prose()
        self.foreign_prose = fortunes("/usr/share/games/fortunes/de/*") + fortunes("/usr/share/games/fortunes/es/*") + fortunes("/usr/share/games/fortunes/it/*")


def lines_of(path: str) -> list[str]:
    if not os.path.exists(path):
        print("missing:", path, file=sys.stderr)
        return []
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf8", errors="ignore")
    with opened as file:
        return [line.strip() for line in file if line.strip()]


def known(text: str) -> bool:
    return bool(text) and all(char in ALPHABET for char in canonical(text))


def iso_names() -> list[str]:
    found = []
    for path in sorted(glob.glob("/usr/share/iso-codes/json/iso_[0-9]*.json")):
        with open(path) as file:
            for entries in json.load(file).values():
                found += [entry["name"] for entry in entries if "name" in entry]
    return [name for name in dict.fromkeys(found) if known(name) and len(name) < 40]


def fortunes(pattern: str) -> list[str]:
    found = []
    for path in sorted(glob.glob(pattern)):
        if os.path.isfile(path) and "." not in os.path.basename(path):
            with open(path, encoding="utf8", errors="ignore") as file:
                found += [canonical(part) for part in file.read().split("\n%\n")]
    return [text for text in found if len(text) > 20 and known(text)]


def english_prose() -> list[str]:
    found = fortunes("/usr/share/games/fortunes/*")
    for path in sorted(glob.glob(os.path.join(os.path.dirname(ast.__file__), "*.py"))):
        try:
            with open(path, encoding="utf8") as file:
                tree = ast.parse(file.read())
        except (SyntaxError, UnicodeDecodeError):
            continue
        docs = [ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module))]
        found += [canonical(part) for doc in docs if doc for part in doc.split("\n\n")]
    return [text for text in found if len(text) > 20 and known(text)]


def number(rng: random.Random) -> str:
    shape = rng.random()
    digits = rng.choice([1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7])
    if shape < 0.3:
        return str(rng.randrange(10**digits))
    if shape < 0.55:
        return f"{rng.randrange(10 ** min(digits, 4))}.{rng.randrange(10 ** rng.randint(1, 4)):0{rng.randint(1, 3)}d}"
    if shape < 0.75:
        return f"{rng.randrange(10 ** max(4, digits + 1)):,}"
    if shape < 0.80:
        return f"{rng.uniform(0, 10 ** digits):,.{rng.randint(1, 3)}f}"
    if shape < 0.84:
        return f"{rng.randrange(10 ** max(4, digits)):,}".replace(",", rng.choice([" ", ".", "'"])) + rng.choice(["", ",5", ",25", ",0"])
    if shape < 0.88:
        return f"0.{rng.randrange(10 ** rng.randint(1, 5)):0{rng.randint(1, 5)}d}"
    if shape < 0.92:
        return f"{rng.randint(1, 9)}{rng.choice(['', '.' + str(rng.randint(0, 99))])}{rng.choice(['e', 'E', 'e+', 'e-', 'E+'])}{rng.randint(1, 12):0{rng.randint(1, 2)}d}"
    if shape < 0.96:
        return f"{rng.choice(['', str(rng.randint(1, 9)) + rng.choice(['×', ' × ', '·'])])}10{str(rng.randint(-9, 12)).translate(SUPER)}"
    return "".join(rng.choice(string.digits) for _ in range(rng.randint(6, 14)))


def quantity(rng: random.Random, _: Corpus) -> str:
    value = number(rng)
    shape = rng.random()
    if shape < 0.4:
        sign = rng.choice(["", "", "", "", "-", "−", "+", "±", "~", "<", ">", "≤", "≥", "≈"])
        return sign + value
    if shape < 0.55:
        return value + rng.choice(["%", "%", "%", " %", "k", "K", "M", "B", "bn", "m", "x", "°", "×", "pp", "G"])
    if shape < 0.75:
        return f"{value}{rng.choice(['', ' ', ' '])}{rng.choice(UNITS)}"
    if shape < 0.85:
        money = rng.choice(["$", "€", "£", "¥", "US$", "CHF ", "EUR ", "USD "])
        return rng.choice(["", "", "-", "("]) + money + value + rng.choice(["", "", "M", "bn", "k", " million", ")"])
    if shape < 0.92:
        return f"{value}{rng.choice([' – ', '–', '-', ' to ', ' - ', '/', ' / ', ':', ' ± ', '±', ', ', '; ', ' of ', ' x '])}{number(rng)}"
    return rng.choice(["({})", "[{}]", "n={}", "N = {}", "p<{}", "p = {}", "R²={}", "r = {}", "#{}", "No. {}", "{}*", "{}**", "{}†", "{}:", "{}.", "{})", "= {}", "σ={}", "μ = {}", "α={}", "Δ {}"]).format(value)


def ticks(rng: random.Random, _: Corpus) -> str:
    """One or several axis numbers, as neighbours on an axis stand."""
    step = rng.choice([1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 0.1, 0.2, 0.25, 0.5, 0.05, 0.01, 1e6])
    value = step * rng.randint(-4, 30)
    places = 2 if step in (0.05, 0.01, 0.25) else 1 if step < 1 else rng.choice([0, 0, 0, 0, 1])
    style = rng.choice([",", ",", "", ""])
    parts = [f"{value + step * i:{style}.{places}f}".replace("-", rng.choice(["-", "−"])) for i in range(rng.choice([1, 1, 1, 1, 2, 3, 5]))]
    tail = rng.choice(["", "", "", "%", "K", "M"])
    return rng.choice(["  ", "   ", " "]).join(part + tail for part in parts)


def date(rng: random.Random, _: Corpus) -> str:
    year, month, day = rng.randint(1850, 2060), rng.randint(1, 12), rng.randint(1, 31)
    name, short, hour, minute = MONTHS[month - 1], MONTHS[month - 1][:3], rng.randint(0, 23), rng.randint(0, 59)
    return rng.choice([
        f"{year}", f"{year}", f"{year}", f"{year}–{rng.randint(0, 99):02d}", f"{year}-{year + 5}", f"{year}/{rng.randint(0, 99):02d}", f"'{year % 100:02d}",
        f"{short}", f"{short}", f"{name}", f"{short} {year}", f"{name} {year}", f"{short} {day}", f"{short} {day:02d}", f"{name} {day}, {year}", f"{short} {day}, {year}",
        f"{day} {short} {year}", f"{day} {name} {year}", f"{day}. {name}", f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}", f"{day:02d}/{month:02d}/{year}",
        f"{month}/{day}/{year % 100:02d}", f"{month}/{day}/{year}", f"{day:02d}.{month:02d}.{year}", f"Q{rng.randint(1, 4)}", f"Q{rng.randint(1, 4)} {year}", f"{rng.randint(1, 4)}Q{year % 100:02d}",
        f"{year} Q{rng.randint(1, 4)}", f"Q{rng.randint(1, 4)}-{year % 100:02d}", f"FY{year % 100:02d}", f"FY {year}", f"FY{year}E", f"{year}E", f"H{rng.randint(1, 2)} {year}", f"{short}-{year % 100:02d}", f"{short} '{year % 100:02d}", f"{short}. {year}",
        rng.choice(DAYS), rng.choice(DAYS)[:3], f"{rng.choice(DAYS)[:3]} {day:02d}", f"{hour:02d}:{minute:02d}", f"{hour % 12 or 12} {rng.choice(['AM', 'PM', 'am', 'pm'])}", f"{hour:02d}:{minute:02d}:{rng.randint(0, 59):02d}",
        f"{hour % 12 or 12}:{minute:02d} {rng.choice(['AM', 'PM'])}", f"{year}-{month:02d}-{day:02d} {hour:02d}:{minute:02d}", f"Week {rng.randint(1, 52)}", f"{year - year % 10}s", f"{short} {year}–{rng.choice(MONTHS)[:3]} {year + 1}",
    ])


def name(rng: random.Random, corpus: Corpus) -> str:
    """Series names, axis titles, categories, column headings."""
    words = [rng.choice(NOUNS) if rng.random() < 0.6 else rng.choice(corpus.words) for _ in range(rng.choice([1, 1, 2, 2, 3, 4]))]
    text = cased(rng, words)
    shape = rng.random()
    if shape < 0.12:
        return rng.choice([f"{text} ({rng.choice(UNITS)})", f"{text} [{rng.choice(UNITS)}]", f"{text}, {rng.choice(UNITS)}", f"{text} in {rng.choice(UNITS)}", f"{text} / {rng.choice(UNITS)}"])
    if shape < 0.17:
        return rng.choice([f"{text} {rng.randint(1, 99)}", f"{text}: {number(rng)}", f"{text} ({number(rng)}%)", f"{rng.randint(1, 20)}. {text}", f"{rng.choice(string.ascii_lowercase)}) {text}", f"({rng.choice(string.ascii_lowercase)}) {text}", f"• {text}", f"Figure {rng.randint(1, 30)}: {text}", f"Table {rng.randint(1, 30)}. {text}", f"{text} = {number(rng)}", f"{text}={number(rng)}"])
    if shape < 0.22:
        return rng.choice([f"Mean of {text}", f"Sum of {text}", f"Count of Records", f"log({text})", f"{text} vs. {rng.choice(NOUNS)}", f"{text} & {rng.choice(NOUNS)}", f"{text}/{rng.choice(NOUNS)}", f"{text} (n = {rng.randint(10, 9999)})", f"max({text})", f"{text}:", f"{text}*", f"“{text}”", f'"{text}"', f"{text}?", f"{text}!"])
    return text


def cased(rng: random.Random, words: list[str]) -> str:
    return rng.choice([
        lambda: " ".join(words), lambda: " ".join(words).capitalize(), lambda: " ".join(words).capitalize(), lambda: " ".join(word[:1].upper() + word[1:] for word in words),
        lambda: " ".join(words).title(), lambda: " ".join(words).upper(), lambda: "_".join(words), lambda: "_".join(word.capitalize() for word in words),
        lambda: words[0] + "".join(word.capitalize() for word in words[1:]), lambda: "-".join(words),
    ])()


def word(rng: random.Random, corpus: Corpus) -> str:
    shape = rng.random()
    if shape < 0.45:
        return rng.choice(corpus.names)
    if shape < 0.55:
        return rng.choice(SHORT)
    if shape < 0.65:
        return f"{rng.choice(corpus.words).capitalize()} {rng.choice(string.ascii_uppercase)}. {rng.choice(corpus.words).capitalize()}"
    return cased(rng, [rng.choice(corpus.words) for _ in range(rng.choice([1, 1, 1, 2]))])


def sentence(rng: random.Random, corpus: Corpus) -> str:
    """A piece of running text, cut where lines break: between words."""
    source = corpus.foreign_prose if corpus.foreign_prose and rng.random() < 0.15 else corpus.prose
    words = rng.choice(source).split(" ")
    count = rng.choice([2, 3, 4, 5, 6, 7, 8, 10])
    start = rng.randrange(max(1, len(words) - count + 1))
    chosen = words[start : start + count]
    if rng.random() < 0.15:
        chosen[rng.randrange(len(chosen))] = rng.choice([number(rng), number(rng) + "%", str(rng.randint(1900, 2030)), "(" + number(rng) + ")"])
    return " ".join(chosen)


def foreign(rng: random.Random, corpus: Corpus) -> str:
    if rng.random() < 0.5:
        return cased(rng, [rng.choice(corpus.accented) for _ in range(rng.choice([1, 1, 2]))])
    words = rng.choice(corpus.foreign)
    return cased(rng, [rng.choice(words) for _ in range(rng.choice([1, 2, 3]))])


def formula(rng: random.Random, corpus: Corpus) -> str:
    greek, letter = rng.choice(GREEK), rng.choice(string.ascii_letters)
    return rng.choice([
        f"{greek}", f"{greek} = {number(rng)}", f"{greek}{rng.randint(0, 9)}", f"{letter}({greek})", f"{greek}/{rng.choice(GREEK)}", f"{greek}-{rng.choice(corpus.words)}", f"{letter}²", f"{letter}{str(rng.randint(0, 12)).translate(SUB)}",
        f"{letter} {rng.choice('=≈≠≤≥<>≡∼')} {rng.choice([letter, greek, number(rng)])}", f"{letter} + {rng.choice(string.ascii_letters)}{rng.choice('²³')}", f"√{rng.randint(2, 99)}", f"{rng.randint(1, 9)}{rng.choice('½¼¾')}", f"CO₂", f"H₂O", f"PM2.5", f"SO₂ (μg/m³)",
        f"{letter}{rng.choice('→←↑↓↔⇒')}{rng.choice(string.ascii_letters)}", f"{rng.choice('▲▼↑↓')} {number(rng)}%", f"{rng.choice('•■□●○▪▶✓✗☐☑→»')} {rng.choice(corpus.words)}", f"∂{letter}/∂{rng.choice('xyzt')}", f"∫{letter} d{rng.choice('xyzt')}", f"{letter} ∈ {rng.choice(string.ascii_uppercase)}",
        f"© {rng.randint(1990, 2030)} {rng.choice(corpus.words).capitalize()}", f"{rng.choice(corpus.words).capitalize()}{rng.choice('™®')}", f"§ {rng.randint(1, 99)}", f"{rng.randint(1, 90)}° {rng.choice('NSEW')}", f"{greek}{rng.choice(GREEK)}{rng.choice(GREEK)}{rng.choice(GREEK)}", f"{rng.randint(1, 9)}{rng.choice('×÷±')}{rng.randint(1, 99)}",
        f"χ²({rng.randint(1, 9)}) = {number(rng)}", f"±{number(rng)} σ", f"10{str(rng.randint(-9, 9)).translate(SUPER)} {rng.choice(UNITS)}", f"{letter} × 10{str(rng.randint(-9, 9)).translate(SUPER)}",
    ])


def code(rng: random.Random, corpus: Corpus) -> str:
    pick = lambda: rng.choice(corpus.words)
    return rng.choice([
        f"{pick()}@{pick()}.{rng.choice(['com', 'org', 'de', 'net'])}", f"www.{pick()}.{rng.choice(['com', 'org', 'gov', 'eu'])}", f"https://{pick()}.org/{pick()}", f"{pick()}_{rng.randint(0, 99)}", f"{rng.choice(string.ascii_uppercase)}{rng.randint(1, 999)}",
        f"{rng.choice(string.ascii_uppercase)}{rng.choice(string.ascii_uppercase)}-{rng.randint(1, 9999)}", f"v{rng.randint(0, 9)}.{rng.randint(0, 20)}.{rng.randint(0, 9)}", f"{pick()}.{rng.choice(['py', 'csv', 'pdf', 'json'])}", f"{pick()}({pick()}, {rng.randint(0, 9)})", f"{{{pick()}: {number(rng)}}}",
        f"[{rng.randint(1, 99)}]", f"+{rng.randint(1, 99)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}", f"{rng.randint(100, 999)}-{rng.randint(100, 999)}-{rng.randint(1000, 9999)}", f"ISBN {rng.randint(100, 999)}-{rng.randint(0, 9)}", f"#{rng.randrange(16 ** 6):06x}", f"p. {rng.randint(1, 999)}", f"pp. {rng.randint(1, 99)}–{rng.randint(100, 300)}",
        f"Page {rng.randint(1, 99)} of {rng.randint(99, 300)}", f"{rng.randint(1, 12)}.{rng.randint(1, 9)}.{rng.randint(1, 9)} {pick().capitalize()}", "".join(rng.choice(string.ascii_uppercase + string.digits) for _ in range(rng.randint(3, 9))),
    ])


def jumble(rng: random.Random, _: Corpus) -> str:
    """Any characters in any order, so that rare ones are learnt and none is guessed from its neighbours alone."""
    pool = rng.choice([ALPHABET, string.printable[:94], string.ascii_letters, LATIN, GREEK + string.ascii_letters, string.digits + ".,-%$/:()", string.ascii_lowercase])
    return canonical("".join(rng.choice(pool) for _ in range(rng.randint(1, 10))))


KINDS = {
    "quantity": (quantity, 20), "ticks": (ticks, 12), "date": (date, 10), "name": (name, 16), "word": (word, 8),
    "sentence": (sentence, 20), "foreign": (foreign, 5), "formula": (formula, 4), "code": (code, 3), "jumble": (jumble, 4),
}


def line(rng: random.Random, corpus: Corpus) -> tuple[str, str]:
    """(kind, text), the text as it is to be drawn: canonical() gives what is to be read."""
    kinds = list(KINDS)
    while True:
        kind = rng.choices(kinds, weights=[KINDS[each][1] for each in kinds])[0]
        text = re.sub(r"^\s+|\s+$", "", KINDS[kind][0](rng, corpus))
        if rng.random() < 0.03:
            text = text.upper()
        if 0 < len(text) <= 64 and known(text):
            return kind, text


if __name__ == "__main__":
    shown, corpus = random.Random(1), Corpus()
    print(len(corpus.words), len(corpus.names), len(corpus.prose), len(corpus.foreign_prose), len(corpus.accented))
    for _ in range(60):
        print(*line(shown, corpus), sep="\t")
