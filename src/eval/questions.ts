import { goldOf } from './gold.ts';

/** One question about one document, from any of the sets, with what its gold says. */
export interface GoldQuestion {
  readonly set: string;
  /** The document, absolute. */
  readonly document: string;
  readonly name: string;
  readonly question: string;
  readonly answer: string;
  /** Pages with the evidence, counted from 1 as they lie in the file; none where the gold names none. */
  readonly pages: readonly number[];
  /** The gold says that the document doesn't answer it. */
  readonly unanswerable: boolean;
  /** The evidence is text or a table, as far as the gold says. */
  readonly legible: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** Questions of the sets in `pdf_gold`, in order of set and file. */
export async function goldQuestions(data: string): Promise<readonly GoldQuestion[]> {
  const files = await goldOf(data, '.qa.json', Object.keys(SETS));
  return files.flatMap(({ name, document, gold }) => {
    const set = name.split('/')[0] as keyof typeof SETS;
    return (gold as readonly Row[]).map(row => ({ set, document, name, ...SETS[set](row) }));
  });
}

type Read = (row: Row) => Omit<GoldQuestion, 'set' | 'document' | 'name'>;

const SETS = {
  /** Pages count from 1: "doc1{page4, page 121}". */
  climatefinancebench: row => ({
    question: textOf(row.Question),
    answer: textOf(row.Answer),
    pages: numbersIn(textOf(row.Pages).replace(/doc\d+/g, '')),
    unanswerable: false,
    legible: true,
  }),
  /** Pages count from 0. */
  financebench: row => ({
    question: textOf(row.question),
    answer: textOf(row.answer),
    pages: unique(
      (row.evidence as readonly Row[]).map(({ evidence_page_num }) => Number(evidence_page_num) + 1),
    ),
    unanswerable: false,
    legible: true,
  }),
  /** Pages count from 1: "[5, 6]". */
  mmlongbench: row => ({
    question: textOf(row.question),
    answer: textOf(row.answer),
    pages: numbersIn(textOf(row.evidence_pages)),
    unanswerable: row.answer === 'Not answerable',
    legible: /Table|text/i.test(textOf(row.evidence_sources)),
  }),
  /** Pages count from 1, within the id: "ADI/2009/page_49.pdf-1". */
  uda: row => ({
    question: textOf(row.question),
    answer: textOf(row.answer_1 ?? row.short_answer ?? row.answer),
    pages: numbersIn(/page_(\d+)\.pdf/.exec(textOf(row.q_uid))?.[1] ?? ''),
    unanswerable: false,
    legible: true,
  }),
} satisfies Record<string, Read>;

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function numbersIn(text: string): readonly number[] {
  return unique([...text.matchAll(/\d+/g)].map(match => Number(match[0])));
}

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)];
}
