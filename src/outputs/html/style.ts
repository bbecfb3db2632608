import type { Theme } from '../theme.ts';

/** The page's style sheet: two panes that scroll by themselves on wide screens, one column on phones and on paper. */
export function styleSheet({ colours, fonts }: Theme): string {
  return `
:root{color-scheme:light dark;--text:#${colours.text};--ground:#${colours.background};--heading:#${colours.heading};
--muted:#${colours.muted};--rule:#${colours.rule};--link:#${colours.link};--panel:#f4f6f9;--mark:#ffc400;--mark-ink:#3a2d00}
@media (prefers-color-scheme:dark){:root{--text:#e3e8ee;--ground:#12171d;--heading:#f2f6fa;--muted:#9aa7b5;
--rule:#2c3742;--link:#7db8ee;--panel:#1a2129}}
${BASE.replaceAll('FONT', `${fonts.body}, "Liberation Sans", Helvetica, sans-serif`)}`;
}

const BASE = `
*{box-sizing:border-box}
html{font:16px/1.6 FONT;color:var(--text);background:var(--ground);-webkit-text-size-adjust:100%}
body{margin:0}
main,aside{padding:2.5rem 1.5rem 4rem;outline:none}
main{overflow-wrap:break-word}
main>*{max-width:46rem;margin-inline:auto}
h1,h2,h3{color:var(--heading);line-height:1.25;text-wrap:balance}
h1{font-size:1.9rem;margin:0 0 .75rem}
h2{font-size:1.3rem;margin:2.6rem 0 .8rem;padding-top:.9rem;border-top:1px solid var(--rule)}
h3{font-size:1rem;margin:1.6rem 0 .5rem}
p,ul,ol,blockquote{margin:.7rem 0}
li+li{margin-top:.35rem}
a{color:var(--link)}
code{font-size:.85em;color:var(--muted)}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem;z-index:9}
.asked{list-style:none;padding:0;color:var(--muted);font-size:1.05rem}
.answer{font-size:1.1rem}
.answer h2{border-top:0;padding-top:0;margin-top:1.8rem}
.lead{padding:.6rem 1.25rem;background:var(--panel);border-left:4px solid var(--link);border-radius:0 6px 6px 0}
.warning{padding:.6rem 1rem;border:1px solid var(--mark);border-radius:6px}
blockquote{margin-inline:0;padding:.1rem 1.25rem;border-left:4px solid var(--rule);color:var(--muted)}
.refs{white-space:nowrap;line-height:0}
.refs a{display:inline-block;min-width:1.35em;padding:0 .3em;margin-left:.15em;border-radius:.7em;
background:var(--panel);text-align:center;text-decoration:none;font-size:.8em;line-height:1.45;border:1px solid var(--rule)}
.refs a:hover,.refs a:focus{border-color:var(--link)}
.refs a:target{background:var(--mark);color:var(--mark-ink)}
.table{overflow-x:auto;margin:1.1rem 0}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;min-width:60%}
caption{text-align:left;font-weight:700;padding-bottom:.4rem;color:var(--heading)}
th,td{padding:.38rem .8rem;text-align:left;border-bottom:1px solid var(--rule);vertical-align:top}
thead th{border-bottom:2px solid var(--heading);vertical-align:bottom;color:var(--heading)}
tbody th{font-weight:400}
th:first-child{padding-left:0}
.number{text-align:right}
td.number{white-space:nowrap}
.chart{margin:1.4rem 0}
.chart svg{display:block;width:100%;height:auto;border:1px solid var(--rule);border-radius:6px}
figcaption{margin:.4rem 0;font-size:.85rem;color:var(--muted)}
details{margin:.5rem 0;font-size:.92rem}
summary{cursor:pointer;color:var(--link)}
aside{background:var(--panel);border-top:1px solid var(--rule);font-size:.92rem}
aside h2{margin-top:0;border:0;padding:0}
.sheet{margin:0 auto 2.2rem;max-width:60rem}
.sheet h3{overflow-wrap:anywhere}
.page{color:var(--muted);font-weight:400;white-space:nowrap}
.paper{position:relative;background:#fff;border:1px solid var(--rule);box-shadow:0 1px 5px #0002}
.paper img{display:block;width:100%;height:auto}
.mark{position:absolute;border-radius:2px;background:#ffc40026;outline:1.5px solid #d99a00;outline-offset:2px;
scroll-margin:35vh 0}
.mark span{position:absolute;right:100%;top:50%;transform:translate(-6px,-50%);min-width:1.5em;padding:0 .3em;
border-radius:.75em;background:#d99a00;color:#fff;font:700 .72rem/1.5 FONT;text-align:center}
.small span{display:none}
.small:hover span,.small:focus span,.small:target span{display:block}
.mark:hover,.mark:focus{background:#ffc40059}
.mark:target{background:#ffc40066;outline:3px solid #d94f00;z-index:2;animation:seen 1.2s ease-out}
.mark:target span{background:#d94f00}
@keyframes seen{from{outline-offset:26px;outline-color:#d94f0000}}
@media (prefers-reduced-motion:reduce){.mark:target{animation:none}}
.quotes{list-style:none;padding:0;margin:.9rem 0 0}
.quotes li{position:relative;padding:.55rem .75rem .55rem 2.6rem;background:var(--ground);border:1px solid var(--rule);
border-radius:6px;scroll-margin:35vh 0;overflow-wrap:anywhere}
.quotes li:target{outline:3px solid #d94f00}
.quotes .number{position:absolute;left:.6rem;min-width:1.5em;padding:0 .3em;border-radius:.75em;background:#d99a00;
color:#fff;font-weight:700;font-size:.75rem;line-height:1.6;text-align:center;margin-top:.15em}
.how{display:block;color:var(--muted);font-size:.85em}
.back{text-decoration:none;padding:0 .25em}
@media (min-width:72rem) and (min-height:30rem){
body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,46vw);height:100vh;overflow:hidden}
main,aside{overflow-y:auto;height:100vh}
main{padding-inline:3rem}
aside{border-top:0;border-left:1px solid var(--rule)}
}
@media print{
html{font-size:10.5pt}
main,aside{padding:0}
aside{background:none;break-before:page}
.sheet,.chart,.table,blockquote{break-inside:avoid}
h2,h3{break-after:avoid}
.mark:target{animation:none}
.paper{max-width:14cm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.back,.skip,details:not([open]){display:none}
}`;
