import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePdf } from '../../documents/pdf/pdf.ts';
import { say, smallWorld } from '../respond.ts';

const SECRET = 'xyzzy-7';
const ASKED = 'What was revenue of Acme in 2024?';
const locked = await makePdf(
  [
    pdf =>
      pdf
        .fontSize(20)
        .text('Annual report 2024 of Acme plc')
        .fontSize(11)
        .text('Revenue of Acme was $1,250 million in 2024.'),
  ],
  { userPassword: SECRET, ownerPassword: 'owner', pdfVersion: '1.7ext3' },
);

function world(passwords: string): string {
  const cwd = smallWorld();
  for (const name of ['report.md', 'regions.csv']) rmSync(join(cwd, name));
  cpSync(locked, join(cwd, 'locked.pdf'));
  writeFileSync(join(cwd, 'passwords'), passwords);
  return cwd;
}

const run = (cwd: string, ...more: string[]) => say(['run', ASKED, 'locked.pdf', '--json', ...more], { cwd });

describe('a protected PDF', () => {
  test.each([
    ['needs a password', [], '', 3, 'encrypted'],
    ['is not opened by another', ['--password-file', 'passwords'], 'other\n', 3, 'wrong_password'],
    ['is read with its own', ['--password-file', 'passwords'], `locked.pdf\t${SECRET}\n`, 0, undefined],
  ])('%s', async (_, more, passwords, exit, code) => {
    const said = await say(['read', 'locked.pdf', '--json', ...more], { cwd: world(passwords) });
    const [document] = JSON.parse(said.out).documents;
    expect([said.exit, document.failure?.code]).toEqual([exit, code]);
    expect(JSON.stringify(document.readings).includes('1,250 million')).toBe(code === undefined);
  });

  test('is researched, shown and verified, and its password is written nowhere', async () => {
    const cwd = world(`${SECRET}\n`);
    const told = await run(cwd, '-v', '--password-file', 'passwords');
    expect(JSON.parse(told.out)).toMatchObject({ exit: 0, sources: { read: 1, unread: 0 } });
    expect(readdirSync(join(cwd, 'dossier-out/evidence'))).not.toHaveLength(0);
    rmSync(join(cwd, '.dossier/cache'), { recursive: true });
    const again = await say(['report', '--out', 'again', '--password-file', 'passwords'], { cwd });
    expect([again.exit, readdirSync(join(cwd, 'again/evidence'))]).toEqual([
      0,
      readdirSync(join(cwd, 'dossier-out/evidence')),
    ]);
    const verified = await say(['verify', '--password-file', 'passwords'], { cwd });
    expect(verified, verified.out).toMatchObject({ exit: 0 });
    const shown = await say(['config', 'show', '--origin', '--password-file', 'passwords'], { cwd });
    expect(shown.out).toMatch(/^passwordFile: .*\/passwords {2}\(flag: command line\)$/m);
    expect(filesWith(SECRET, cwd)).toEqual(['passwords']);
    for (const said of [told, again, verified, shown]) expect(said.out + said.err).not.toContain(SECRET);
  });

  test('that failed for want of it is read when the same run is given it', async () => {
    const cwd = world(`${SECRET}\n`);
    const without = JSON.parse((await run(cwd)).out);
    expect(without).toMatchObject({ exit: 3, sources: { read: 0, unread: 1 } });
    const withIt = JSON.parse((await run(cwd, '--password-file', 'passwords')).out);
    expect(withIt).toMatchObject({
      exit: 0,
      run: without.run,
      stop: 'done',
      sources: { read: 1, unread: 0 },
    });
    expect(withIt.answer.join(' ')).toContain('$1.25 billion');
    const later = JSON.parse((await run(cwd)).out);
    expect(later).toMatchObject({ exit: 0, pagesRead: 0, answer: withIt.answer });
    expect(await say(['verify', '--password-file', 'passwords'], { cwd })).toMatchObject({ exit: 0 });
  });
});

function filesWith(words: string, folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return files
    .filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(words))
    .map(({ name }) => name);
}
