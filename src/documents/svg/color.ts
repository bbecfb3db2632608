import { COLOR_NAMES } from './color-names.ts';

export interface Color {
  /** `#rrggbb`. */
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}

/** A CSS colour; null for `none`, `transparent` and what can't be understood. */
export function parseColor(text: string): Color | null {
  const value = text.trim().toLowerCase();
  if (value.startsWith('#')) return fromHex(value.slice(1));
  const call = /^(rgb|hsl)a?\(\s*([^)]*)\)$/.exec(value);
  if (call) {
    const parts = (call[2] ?? '').split(/[\s,/]+/).filter(part => part !== '');
    return call[1] === 'rgb' ? fromRgb(parts) : fromHsl(parts);
  }
  const named = COLOR_NAMES.get(value);
  return named === undefined ? null : { hex: `#${named}`, alpha: 1 };
}

/** The colour a share of the way from one to another. */
export function mixColors(a: Color, b: Color, share: number): Color {
  const [from, to] = [channels(a.hex), channels(b.hex)];
  const mixed = from.map((value, i) => value + (to[i]! - value) * share);
  return { hex: toHex(mixed), alpha: a.alpha + (b.alpha - a.alpha) * share };
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));
}

function toHex(values: readonly number[]): string {
  return `#${values.map(value => byte(value).toString(16).padStart(2, '0')).join('')}`;
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}

function fromHex(digits: string): Color | null {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return null;
  const full = digits.length < 6 ? [...digits].map(digit => digit + digit).join('') : digits;
  const alpha = full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1;
  return { hex: `#${full.slice(0, 6)}`, alpha };
}

function fromRgb(parts: readonly string[]): Color | null {
  const values = parts.slice(0, 3).map(part => Number.parseFloat(part) * (part.endsWith('%') ? 2.55 : 1));
  if (values.length < 3 || !values.every(Number.isFinite)) return null;
  return { hex: toHex(values), alpha: alphaOf(parts[3]) };
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl(parts: readonly string[]): Color | null {
  const [hue = Number.NaN, saturation = Number.NaN, lightness = Number.NaN] = parts
    .slice(0, 3)
    .map(part => Number.parseFloat(part));
  if (!Number.isFinite(hue + saturation + lightness)) return null;
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { hex: toHex([channel(0), channel(8), channel(4)]), alpha: alphaOf(parts[3]) };
}

function alphaOf(part: string | undefined): number {
  if (part === undefined) return 1;
  const value = Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}
