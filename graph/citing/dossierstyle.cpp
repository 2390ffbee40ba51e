// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossierstyle.h"

namespace entente
{

// Every colour of text has at least 4.5 to 1 on its ground (WCAG 2.2, 1.4.3). Paper is light
// whatever the screen is.
const char* dossierStyle()
{
    return R"css(
:root { color-scheme: light dark; --ink: #1d1c1a; --quiet: #5d5850; --paper: #fdfcf9;
  --card: #f5f2ea; --line: #d9d3c6; --mark: #fbe7a1; --link: #1c4f7c; --accent: #8a2a1c;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Noto Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5dc; --quiet: #aea79a; --paper: #191817;
  --card: #24221f; --line: #403c36; --mark: #5c4a12; --link: #8fbce6; --accent: #e59582; } }
html { font: 100%/1.55 var(--serif); text-size-adjust: 100%; }
body { margin: 0; padding: 3rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  overflow-wrap: break-word; }
header, nav, main, footer { max-width: 42rem; margin: 0 auto; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:focus-visible { outline: 0.15rem solid var(--link); outline-offset: 0.15rem; }
h1, h2, h3, h4 { line-height: 1.2; font-weight: 600; }
h1, h2 { text-wrap: balance; }
h1 { margin: 0.3rem 0 0.7rem; font-size: 2.6rem; letter-spacing: -0.015em; }
h2 { margin: 3.5rem 0 1rem; padding-top: 0.7rem; border-top: 0.15rem solid var(--ink);
  font-size: 1.5rem; }
h3 { margin: 2.5rem 0 0.9rem; font: 600 0.85rem/1.3 var(--sans); letter-spacing: 0.08em;
  text-transform: uppercase; color: var(--accent); }
h3.names { font: 600 1.25rem/1.3 var(--serif); letter-spacing: 0; text-transform: none; }
h4 { margin: 2rem 0 0.2rem; font-size: 1.15rem; }
.kicker { margin: 0; font: 600 0.85rem/1.3 var(--sans); letter-spacing: 0.08em;
  text-transform: uppercase; color: var(--accent); }
.lead { margin: 0; font-size: 1.1rem; color: var(--quiet); }
.drawing:focus-visible { outline: 0.15rem solid var(--link); outline-offset: 0.15rem; }
.quiet, .said, .part, figcaption, footer { font: 0.85rem/1.5 var(--sans); color: var(--quiet); }
nav { margin-top: 2rem; padding: 0.8rem 0; border: solid var(--line); border-width: 0.06rem 0;
  font: 0.9rem/1.5 var(--sans); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; margin: 0; padding: 0;
  list-style: none; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.4rem 1.4rem;
  margin: 0; }
dt { font: 0.85rem/1.8 var(--sans); color: var(--quiet); }
dd { margin: 0; }
.remark { display: block; font: 0.85rem/1.5 var(--sans); color: var(--quiet); }
figure { width: min(72rem, calc(100vw - 2.5rem)); margin: 0 0 0 50%;
  transform: translateX(-50%); }
figure svg { display: block; max-width: 100%; max-height: 90vh; height: auto; margin: 0 auto;
  background: #fff; border-radius: 0.3rem; }
figcaption { margin-top: 0.6rem; text-align: center; }
.part { margin: 0 0 0.6rem; }
.claims { margin: 0; padding: 0; list-style: none; }
.claims li { margin: 0.9rem 0 1.2rem; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 0.15rem solid var(--line); }
blockquote p { margin: 0; }
mark { background: var(--mark); color: inherit; padding: 0.05em 0.1em; border-radius: 0.15em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.said { margin: 0.3rem 0 0; padding-inline-start: 1.15rem; }
.said strong { color: var(--ink); font-weight: 600; }
.warning { color: var(--accent); }
.contest { width: min(60rem, calc(100vw - 2.5rem)); margin: 0 0 0 50%;
  transform: translateX(-50%); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
  gap: 1.2rem; }
.sides section { padding: 0.2rem 1.2rem 0.6rem; background: var(--card); border-radius: 0.3rem;
  border-top: 0.2rem solid var(--accent); }
.sides h4 { margin-top: 0.9rem; }
.sources { padding-inline-start: 2.2rem; }
.sources li { margin: 0.7rem 0; }
.sources li::marker { font-family: var(--sans); font-size: 0.85rem; color: var(--quiet); }
.sources li:target { background: var(--mark); }
.sources .quiet { display: block; }
cite:is(:lang(ko), :lang(ja), :lang(zh), :lang(ar), :lang(fa), :lang(he)) { font-style: normal; }
footer { margin-top: 3.5rem; padding-top: 0.8rem; border-top: 0.06rem solid var(--line);
  overflow-wrap: anywhere; }
@media (max-width: 48rem) { .drawing { overflow-x: auto; }
  .drawing svg { min-width: 46rem; max-width: none; max-height: none; } }
@media (max-width: 30rem) { h1 { font-size: 2rem; } dl { display: block; }
  dd { margin-bottom: 0.4rem; } }
@page { margin: 20mm 18mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --card: #fff;
    --line: #999; --mark: #f6e6ad; --link: #000; --accent: #5d1a10; }
  html { font-size: 10pt; } body { padding: 0; } nav { display: none; }
  header, main, footer { max-width: none; }
  figure, .contest { width: auto; margin: 0; transform: none; }
  .drawing { overflow: visible; }
  .drawing svg { min-width: 0; max-width: 100%; max-height: 22cm; }
  h2, h3, h4, .part, .quiet { break-after: avoid; }
  figure, .claims li, .sources li { break-inside: avoid; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .sides section { border: 0.06rem solid var(--line); }
  .sources a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
)css";
}

} // namespace entente
