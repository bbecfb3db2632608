import { type Answer, ask } from '../../run/ask.ts';
import { matchesValue, type NumericGold, numericGold, statesNumber } from '../numeric-answer.ts';
import { type GoldQuestion, goldQuestions } from '../questions.ts';
import type { EvalContext, Suite } from '../suite.ts';

/** One question, one document: the number has to be right; where the document doesn't say, so must the answer. */
export const answers: Suite = {
  name: 'answers',
  about:
    'numeric questions answered within 1 %, and unanswerable ones left open, by research over the document',
  needs: 'data',
  run: async context => {
    const questions = await goldQuestions(context.data);
    const numeric = questions.flatMap(question => {
      const gold = question.unanswerable ? null : numericGold(question.answer);
      return gold ? [{ question, gold }] : [];
    });
    const answered = [];
    for (const { question, gold } of numeric) answered.push(await answerOne(question, gold, context));
    const open = [];
    for (const question of questions.filter(one => one.unanswerable))
      open.push(await leaveOpen(question, context));
    const legible = answered.filter(one => one.legible);
    return {
      scores: {
        right: share(answered, one => one.right),
        stated: share(answered, one => one.stated),
        ...(legible.length === 0 ? {} : { statedOfText: share(legible, one => one.stated) }),
        ...(open.length === 0 ? {} : { abstained: share(open, one => one.abstained) }),
      },
      n: answered.length + open.length,
      each: [...answered, ...open],
    };
  },
};

async function answerOne(question: GoldQuestion, gold: NumericGold, context: EvalContext) {
  const answer = await answerTo(question, context);
  const value = answer.best?.value ?? null;
  const right = value !== null && matchesValue(gold, value);
  return {
    name: question.name,
    question: question.question,
    gold: question.answer,
    answer: answer.text,
    legible: question.legible,
    right,
    stated: right || statesNumber(gold, answer.report.answer.map(({ text }) => text).join('\n')),
  };
}

async function leaveOpen(question: GoldQuestion, context: EvalContext) {
  const answer = await answerTo(question, context);
  return {
    name: question.name,
    question: question.question,
    answer: answer.text,
    abstained: answer.best === null,
  };
}

function answerTo({ question, document }: GoldQuestion, { kit }: EvalContext): Promise<Answer> {
  return ask(
    { questions: [question], sources: [document], reasoner: 'grounded', lang: 'en', limits: {} },
    kit,
  );
}

function share<T>(all: readonly T[], good: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(good).length / all.length;
}
