/** Charts drawn with vectors in one report, by page, counting from 1. */
export interface DrawnCharts {
  /** Below the folder of gold data. */
  readonly document: string;
  readonly pages: Readonly<Record<number, number>>;
}

/**
 * Counted by eye on every page. A panel with its own axis is a chart; diagrams, single bars of progress and charts that
 * are pictures are none.
 */
export const DRAWN_CHARTS: readonly DrawnCharts[] = [
  {
    document: 'pdf/mmlongbench/Independents-Report.pdf',
    pages: { 4: 1, 6: 4, 8: 3, 10: 2, 11: 1, 12: 3, 14: 2, 16: 3, 18: 1, 19: 1, 20: 2 },
  },
  {
    document: 'pdf/mmlongbench/05-03-18-political-release.pdf',
    pages: { 3: 2, 4: 1, 5: 1, 6: 4, 7: 2, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1, 13: 1, 14: 1 },
  },
  {
    document: 'pdf/mmlongbench/PH_2016.06.08_Economy-Final.pdf',
    pages: { 4: 2, 5: 1, 7: 3, 9: 1, 10: 1, 11: 1, 13: 1, 14: 1, 16: 1, 17: 1 },
  },
  {
    document: 'pdf/mmlongbench/PIP_Seniors-and-Tech-Use_040314.pdf',
    pages: { 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 11: 1, 12: 1, 14: 1 },
  },
  { document: 'pdf/pdfplumber/ag-energy-round-up-2017-02-24.pdf', pages: { 1: 3 } },
  {
    document: 'pdf/climatefinancebench/2024-sustainability-report.pdf',
    pages: { 9: 1, 16: 1, 66: 1, 75: 4, 77: 1, 78: 1, 96: 1, 97: 1 },
  },
  { document: 'pdf/climatefinancebench/SUEZ_SD_Progress_report_2023.pdf', pages: { 4: 2 } },
];
