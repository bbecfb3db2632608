"""What charts say: names, units, titles, and numbers as axes print them."""

from __future__ import annotations

import random

NOUNS = (
    "revenue sales profit margin cost price growth rate share index value total average median volume output income expense tax debt "
    "equity assets population households employment wages energy power oil gas coal wind solar emissions temperature rainfall humidity "
    "pressure speed distance weight height length area density mass age time visits users orders returns customers accuracy recall loss "
    "error score samples deviation budget votes species yield stock demand supply exports imports tourism traffic patients deaths births "
    "cases tests doses schools teachers students homes rents loans claims flights passengers cars trucks batteries steel cement water "
    "forest land crops wheat rice maize fish meat milk internet phones data cloud security research patents articles downloads"
).split()
ADJECTIVES = (
    "net gross total annual monthly quarterly real nominal average median urban rural public private foreign domestic direct indirect "
    "new used global local northern southern eastern western young old high low early late primary secondary renewable digital online"
).split()
PLACES = (
    "France|Germany|Italy|Spain|Poland|Norway|Sweden|Finland|Denmark|Ireland|Austria|Belgium|Netherlands|Portugal|Greece|Türkiye|Japan|"
    "China|India|Indonesia|Vietnam|Thailand|Australia|New Zealand|Canada|Mexico|Brazil|Argentina|Chile|Peru|Colombia|Egypt|Kenya|Nigeria|"
    "South Africa|Morocco|United States|United Kingdom|South Korea|Saudi Arabia|Czechia|Hungary|Switzerland|Côte d'Ivoire|Philippines|"
    "North America|Latin America|Western Europe|Asia-Pacific|Sub-Saharan Africa|Middle East|London|Paris|Berlin|Madrid|Tokyo|Lagos|São Paulo"
).split("|")
THINGS = (
    "Marketing|Research|Sales|Support|Finance|Legal|Operations|Logistics|Human Resources|Engineering|Food|Clothing|Housing|Transport|Health|"
    "Education|Leisure|Coal|Natural gas|Nuclear|Hydro|Wind|Solar|Oil|Biomass|Apples|Pears|Oranges|Bananas|Cherries|Cars|Buses|Trains|Planes|"
    "Ships|Phones|Tablets|Laptops|Desktops|Monitors|Chrome|Safari|Firefox|Edge|Direct|Search|Social|Email|Referral|Video ads|Agriculture|"
    "Industry|Services|Construction|Mining|Retail|Hotels|Strongly agree|Agree|Neutral|Disagree|Strongly disagree|Very satisfied|Yes|No|"
    "Don't know|Other|Total|18-24|25-34|35-44|45-54|55-64|65+|Primary|Secondary|Tertiary|Men|Women|All adults|Under $30K|Control|Baseline|"
    "Treatment A|Treatment B|Model 1|Model 2|Ours|Team A|Team B|Alpha|Beta|Gamma|Delta|North|South|East|West|Group 1|Group 2|Group 3"
).split("|")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = "%|$|€|£|kg|t|km|m|°C|hours|days|years|USD|EUR|million|thousand|index|MW|GWh|ppm|per 1,000|mm|bn".split("|")


def cased(rng: random.Random, text: str) -> str:
    return rng.choice((text, text.capitalize(), text.capitalize(), text.title(), text.title(), text.upper() if rng.random() < 0.3 else text))


def phrase(rng: random.Random, count: int) -> str:
    words = [rng.choice(ADJECTIVES if rng.random() < 0.35 else NOUNS) for _ in range(count)]
    if count > 2:
        words[rng.randrange(1, count)] = rng.choice(("of", "and", "in", "by", "per", "from", "vs.", "since"))
    return " ".join(words)


def title(rng: random.Random) -> str:
    text = cased(rng, phrase(rng, rng.randint(1, 6)))
    form = rng.random()
    if form < 0.2:
        text += f", {rng.randint(1950, 2015)}–{rng.randint(2016, 2030)}"
    elif form < 0.3:
        text += f" ({rng.choice(UNITS)})"
    elif form < 0.36:
        text = f"Figure {rng.randint(1, 40)}: {text}"
    return text


def series(rng: random.Random) -> str:
    form = rng.random()
    if form < 0.15:
        return f"{rng.choice(('Series', 'Batch', 'Group', 'Product', 'Test', 'y'))} {rng.randint(1, 9)}"
    if form < 0.25:
        return str(rng.randint(1990, 2030))
    if form < 0.5:
        return rng.choice(PLACES)
    if form < 0.75:
        return rng.choice(THINGS)
    return cased(rng, phrase(rng, rng.randint(1, 3)))


def distinct(rng: random.Random, make, count: int) -> list[str]:
    out: dict[str, None] = {}
    for _ in range(count * 6):
        out[make(rng)] = None
        if len(out) == count:
            break
    return list(out) + [f"{make(rng)} {i}" for i in range(count - len(out))]


def categories(rng: random.Random, count: int) -> list[str]:
    form = rng.random()
    if form < 0.12 and count <= 12:
        start = rng.randrange(12)
        short = rng.random() < 0.75
        return [MONTHS[(start + i) % 12][: 3 if short else 12] for i in range(count)]
    if form < 0.17 and count <= 7:
        return [DAYS[i][: 3 if rng.random() < 0.5 else 12] for i in range(count)]
    if form < 0.34:
        start, step = rng.randint(1900, 2025 - count), rng.choice((1, 1, 1, 2, 5))
        return [rng.choice(("{}",)).format(start + i * step) for i in range(count)]
    if form < 0.42:
        year, short = rng.randint(2000, 2026), rng.random() < 0.5
        return [f"Q{i % 4 + 1} {year + i // 4}" if not short else f"{i % 4 + 1}Q{(year + i // 4) % 100:02d}" for i in range(count)]
    if form < 0.5:
        return [str(i + rng.choice((1,))) for i in range(count)]
    if form < 0.66:
        return distinct(rng, lambda r: r.choice(PLACES), count)
    if form < 0.84:
        return distinct(rng, lambda r: r.choice(THINGS), count)
    long = rng.randint(1, 5)
    return distinct(rng, lambda r: cased(r, phrase(r, r.randint(1, long))), count)


def note(rng: random.Random) -> str:
    start = rng.choice(("Source: ", "Note: ", "Sources: ", "Data: ", "* ", "© ", "Chart: ", "n = 1,204. ", ""))
    return start + "; ".join(cased(rng, phrase(rng, rng.randint(2, 7))) for _ in range(rng.randint(1, 3))) + f" ({rng.randint(1990, 2026)})"


class NumberStyle:
    """How one axis or one set of data labels prints its numbers."""

    def __init__(self, rng: random.Random, size: float):
        big = size >= 1000
        self.thousands = rng.choice((",", ",", ",", "", " ", ".")) if big else ""
        self.prefix = rng.choice(("$", "€", "£", "US$")) if rng.random() < 0.12 else ""
        self.suffix = rng.choice(("%", "%", "%", "K", "M", "°C", " kg", "x", " %", "bn")) if not self.prefix and rng.random() < 0.25 else ""
        self.short = big and rng.random() < 0.25
        self.power = big and rng.random() < 0.05
        self.minus = rng.choice(("-", "-", "−", "("))
        self.comma = self.thousands == "." or rng.random() < 0.06

    def text(self, value: float, step: float) -> str:
        size = abs(value)
        places = 0
        while places < 4 and abs(round(step, places) - step) > abs(step) * 0.02:
            places += 1
        if self.power and size:
            body = f"{size:.1e}".replace("e+0", "e+")
        elif self.short and size >= 1000:
            cut, unit = (1e9, "B") if size >= 1e9 else (1e6, "M") if size >= 1e6 else (1e3, "k")
            body = f"{size / cut:.4g}{unit}"
        else:
            body = f"{size:,.{places}f}".replace(",", "\x00").replace(".", "," if self.comma else ".").replace("\x00", self.thousands)
        body = f"{self.prefix}{body}{self.suffix}"
        if value >= 0:
            return body
        return f"({body})" if self.minus == "(" else self.minus + body
