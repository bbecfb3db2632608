import { groupBy } from '../../lib/group.ts';
import { type Answer, ask } from '../../run/ask.ts';
import { matchesValue, type NumericGold, numericGold, statesNumber } from '../numeric-answer.ts';
import { type GoldQuestion, goldQuestions } from '../questions.ts';
import type { EvalContext, Suite } from '../suite.ts';
import { saysText, type TextGold, textGold } from '../text-answer.ts';

/** One question, one document: the answer has to be right; where the document doesn't say, there has to be none. */
export const answers: Suite = {
  name: 'answers',
  about:
    'numbers answered within 1 %, words to the letter, and unanswerable questions left open, by research over the document',
  needs: 'data',
  run: async context => {
    const each: Row[] = [];
    for (const question of await goldQuestions(context.data)) each.push(await answerOne(question, context));
    const counted = each.filter(({ kind }) => kind !== 'other');
    return {
      scores: scoresOf(each),
      n: counted.length,
      each: counted.map(row => ({ ...row })),
      groups: [...groupBy(each, ({ set }) => set)].map(([name, rows]) => ({
        by: 'set',
        name,
        n: rows.length,
        scores: scoresOf(rows),
      })),
      notes: [
        `numbers ${count(each, 'number')}, words ${count(each, 'words')}, unanswerable ${count(each, 'none')}`,
      ],
    };
  },
};

interface Row extends Pick<GoldQuestion, 'set' | 'name' | 'question' | 'legible'> {
  /** What gold is; `other` for explanations, which aren't scored. */
  readonly kind: 'number' | 'words' | 'none' | 'other';
  readonly gold: string;
  readonly answer: string;
  /** A finding was given as an answer. */
  readonly answered: boolean;
  /** By what the answer gives first. */
  readonly right: boolean;
  /** By anything that the answer says. */
  readonly stated: boolean;
}

async function answerOne(question: GoldQuestion, { kit }: EvalContext): Promise<Row> {
  const answer = await ask(
    {
      questions: [question.question],
      sources: [question.document],
      reasoner: 'grounded',
      lang: 'en',
      limits: {},
    },
    kit,
  );
  const { set, name, legible } = question;
  const about = { set, name, legible, question: question.question, gold: question.answer };
  return { ...about, answer: answer.text, answered: answer.best !== null, ...verdictOn(answer, question) };
}

function verdictOn(answer: Answer, question: GoldQuestion): Pick<Row, 'kind' | 'right' | 'stated'> {
  if (question.unanswerable) return { kind: 'none', right: answer.best === null, stated: false };
  const number = numericGold(question.answer);
  if (number) return { kind: 'number', ...byNumber(number, answer) };
  const words = textGold(question.answer);
  if (words) return { kind: 'words', ...byWords(words, answer, question.question) };
  return { kind: 'other', right: false, stated: false };
}

function byNumber(gold: NumericGold, { best, report }: Answer) {
  const right = best?.value != null && matchesValue(gold, best.value);
  return {
    right,
    stated: right || statesNumber(gold, report.answer.map(({ text }) => text).join('\n')),
  };
}

function byWords(gold: TextGold, { report }: Answer, question: string) {
  const [right = false, ...more] = report.answer.map(({ text }) => saysText(gold, text, question));
  return { right, stated: right || more.includes(true) };
}

/** A score whose questions a set doesn't have is left out. */
function scoresOf(rows: readonly Row[]): Readonly<Record<string, number>> {
  const numbers = rows.filter(({ kind }) => kind === 'number');
  const words = rows.filter(({ kind }) => kind === 'words');
  const legible = numbers.filter(row => row.legible);
  const answerable = rows.filter(({ kind }) => kind !== 'none');
  const all: readonly (readonly [string, readonly Row[], (row: Row) => boolean])[] = [
    ['right', numbers, row => row.right],
    ['stated', numbers, row => row.stated],
    ['statedOfText', legible, row => row.stated],
    ['rightText', words, row => row.right],
    ['statedText', words, row => row.stated],
    ['abstained', rows.filter(({ kind }) => kind === 'none'), row => row.right],
    ['answered', answerable, row => row.answered],
  ];
  return Object.fromEntries(
    all.flatMap(([name, of, good]) => (of.length === 0 ? [] : [[name, of.filter(good).length / of.length]])),
  );
}

function count(rows: readonly Row[], wanted: Row['kind']): number {
  return rows.filter(({ kind }) => kind === wanted).length;
}
