import type { Execute } from './invocation.ts';

export interface Verb {
  readonly name: string;
  /** In commander's notation. */
  readonly args: string;
  readonly summary: string;
  /** Names in `OPTIONS`. */
  readonly options: readonly (keyof typeof OPTIONS)[];
  readonly examples: readonly string[];
  /** Imported only when the verb is called: `--help` loads none of them. */
  readonly load: () => Promise<{ readonly execute: Execute }>;
}

/** Flags and what `--help` says of them. Those that are settings may also stand in `dossier.yaml` or the environment. */
export const OPTIONS = {
  out: ['-o, --out <dir>', 'folder for report, deck and findings (default: ./dossier-out)'],
  store: ['--store <dir>', 'folder of the state store (default: ./.dossier)'],
  format: ['--format <list>', 'outputs to write: md,pptx,html (default: all)'],
  template: ['--template <file>', "outline of report.md, as Markdown (default: Dossier's own)"],
  lang: ['--lang <language>', 'language of report and deck: en'],
  reasoner: [
    '--reasoner <name>',
    'who plans and words: grounded, which needs no model (default), or endpoint',
  ],
  vlm: ['--vlm <name>', 'who looks at charts and scans: lens (default), a model bundle, or endpoint'],
  offline: ['--offline', 'refuse whatever would use a network'],
  passwordFile: ['--password-file <file>', 'passwords of protected PDFs, one a line'],
  maxTime: ['--max-time <duration>', 'stop in time, with a valid report: 90s, 10m, 1h'],
  maxPages: ['--max-pages <n>', 'open no more source once so many pages were read'],
  maxCost: ['--max-cost <amount>', 'stop when models have charged so much: 2.00'],
  workers: ['--workers <n>', 'processes that read documents (default: 2)'],
  wait: ['--wait', 'wait for another run that holds the store'],
  strict: ['--strict', 'exit 6 when a source was not read or a question stays open'],
  run: ['--run <id>', 'another run than the latest'],
  limit: ['-n, --limit <n>', 'show at most so many'],
  question: ['--question <id>', 'only findings of one question'],
  origin: ['--origin', 'say where each setting comes from'],
  floors: ['--floors', 'exit 6 when a score is below its floor'],
  suite: ['--suite <name>', 'one suite only'],
  overlay: ['--overlay <file>', 'draw what was read on a picture of the first page, as PNG'],
} as const;

/** Flags of every command. */
export const COMMON_OPTIONS = {
  json: ['--json', 'one JSON object on stdout at the end'],
  ndjson: ['--ndjson', 'one event a line on stdout'],
  quiet: ['-q, --quiet', 'no progress'],
  verbose: ['-v, --verbose', 'more progress, and stacks of errors'],
  input: ['--no-input', 'never ask, never draw: plain lines'],
} as const;

const LOOKS = ['format', 'template', 'lang'] as const;
const RENDERING = ['out', 'store', ...LOOKS] as const;
const READING = ['reasoner', 'vlm', 'offline', 'passwordFile'] as const;
const LIMITS = ['maxTime', 'maxPages', 'maxCost'] as const;
const RESEARCH = [...READING, ...LIMITS, 'workers', 'wait', 'strict'] as const;

export const VERBS: readonly Verb[] = [
  {
    name: 'run',
    args: '<question> [sources...]',
    summary: 'research a question over documents; write report, deck and findings',
    options: [...RENDERING, ...RESEARCH],
    examples: [
      'dossier run "How did revenue and margin develop?" ./filings',
      'dossier run "What are the targets?" *.pdf --max-time 5m',
      'dossier run brief.yaml',
    ],
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'plan',
    args: '<question> [sources...]',
    summary: 'show what would be looked for, and an estimate; read nothing',
    options: [...RENDERING, ...RESEARCH],
    examples: ['dossier plan "How did revenue and margin develop?" ./filings'],
    load: () => import('./commands/plan.ts'),
  },
  {
    name: 'read',
    args: '<files...>',
    summary: 'read documents and print what they hold, typed and placed',
    options: ['vlm', 'offline', 'passwordFile', 'workers', 'strict', 'overlay'],
    examples: ['dossier read report.pdf --json', 'dossier read chart.png --overlay seen.png'],
    load: () => import('./commands/read.ts'),
  },
  {
    name: 'ask',
    args: '<question> [sources...]',
    summary: 'answer one question with evidence; no report',
    options: ['store', 'lang', ...RESEARCH],
    examples: ['dossier ask "What was revenue in 2017?" ./filings'],
    load: () => import('./commands/ask.ts'),
  },
  {
    name: 'status',
    args: '',
    summary: 'runs in the store, and how far the latest came',
    options: ['store', 'run'],
    examples: ['dossier status --json'],
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'findings',
    args: '[words...]',
    summary: 'list findings, those with the given words',
    options: ['store', 'run', 'question', 'limit'],
    examples: ['dossier findings revenue'],
    load: () => import('./commands/findings.ts'),
  },
  {
    name: 'figures',
    args: '',
    summary: 'list figures and tables that were met, read or not',
    options: ['store', 'run', 'limit'],
    examples: ['dossier figures'],
    load: () => import('./commands/figures.ts'),
  },
  {
    name: 'show',
    args: '<id>',
    summary: 'show a finding, evidence, reading, source or question by its id',
    options: ['store', 'run'],
    examples: ['dossier show f-12ab34cd56'],
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'report',
    args: '',
    summary: 'write the report again from the store, with no model',
    options: [...RENDERING, 'passwordFile', 'run'],
    examples: ['dossier report -o ./report'],
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'deck',
    args: '',
    summary: 'write the deck again from the store, with no model',
    options: ['out', 'store', 'lang', 'passwordFile', 'run'],
    examples: ['dossier deck -o ./deck'],
    load: () => import('./commands/deck.ts'),
  },
  {
    name: 'verify',
    args: '[file]',
    summary: 're-derive ids, quotes and numbers; also of an edited report or deck',
    options: ['store', 'template', 'passwordFile', 'run'],
    examples: ['dossier verify', 'dossier verify dossier-out/report.md'],
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'eval',
    args: '',
    summary: 'score each stage by itself on gold data ($DOSSIER_DATA)',
    options: ['suite', 'floors'],
    examples: ['dossier eval --suite tables --json'],
    load: () => import('./commands/eval.ts'),
  },
  {
    name: 'bench',
    args: '[files...]',
    summary: 'speed and memory on this machine, as JSON',
    options: ['workers'],
    examples: ['dossier bench ./filings'],
    load: () => import('./commands/bench.ts'),
  },
  {
    name: 'doctor',
    args: '',
    summary: 'check that this machine has what Dossier needs',
    options: ['store'],
    examples: ['dossier doctor'],
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'models',
    args: '[action] [pictures...]',
    summary: 'the models on this machine: list, verify their files, or bench their speed',
    options: [],
    examples: ['dossier models verify', 'dossier models bench scan.png'],
    load: () => import('./commands/models.ts'),
  },
  {
    name: 'config',
    args: '[show]',
    summary: 'show the settings in force',
    options: ['origin', ...RENDERING, ...RESEARCH],
    examples: ['dossier config show --origin'],
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'init',
    args: '[file]',
    summary: 'write a brief to fill in (default: brief.yaml)',
    options: [],
    examples: ['dossier init', 'dossier init emissions.yaml'],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: 'print what makes bash, zsh or fish complete commands and options',
    options: [],
    examples: ['source <(dossier completion bash)', 'dossier completion fish | source'],
    load: () => import('./commands/completion.ts'),
  },
];
