// node exceljs.js OUTPUT.xlsx
const { Workbook } = require('exceljs')
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
async function make(path) {
  const book = new Workbook()
  const sheet = book.addWorksheet('Members', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = [
    { header: '#', key: 'i', width: 5 },
    { header: 'country', key: 'c', width: 30 },
    { header: 'code', key: 'k' },
    { header: 'since', key: 'd', style: { numFmt: 'dd/mm/yyyy' } },
    { header: 'n', key: 'n' },
  ]
  sheet.addRow([1, 'Albania', 'AL', new Date(Date.UTC(2018, 4, 31)), 2])
  sheet.addRow([2, 'Côte d’Ivoire', 'CI', new Date(Date.UTC(2019, 4, 31)), 1.5])
  sheet.addRow([3, { richText: [{ text: 'Chad' }, { font: { bold: true }, text: ' & co' }] }, 'TD', null, 3])
  sheet.addRow(['', 'Total', '', null, { formula: 'SUM(E2:E4)', result: 6.5 }])
  sheet.getCell('F1').value = 'double'
  sheet.getCell('F2').value = { formula: 'E2*2', result: 4, shareType: 'shared', ref: 'F2:F4' }
  sheet.getCell('F3').value = { sharedFormula: 'F2', result: 3 }
  sheet.getCell('F4').value = { sharedFormula: 'F2', result: 6 }
  sheet.getCell('B3').note = { texts: [{ text: 'since the start' }] }
  sheet.getCell('B2').value = { text: 'Albania', hyperlink: 'https://example.org' }
  sheet.autoFilter = 'A1:F4'
  sheet.getRow(3).hidden = true
  sheet.getRow(4).outlineLevel = 1
  sheet.getRow(4).height = 33
  sheet.getCell('B4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEEDD' } }
  for (const row of [2, 3, 4]) {
    sheet.getCell('C' + row).dataValidation = { type: 'textLength', operator: 'equal', formulae: [2] }
  }
  const bar = { type: 'dataBar', cfvo: [{ type: 'min' }, { type: 'max' }], color: { argb: 'FF638EC6' } }
  sheet.addConditionalFormatting({ ref: 'E2:E4', rules: [bar] })
  sheet.mergeCells('A8:C9')
  sheet.getRow(12).addPageBreak()
  sheet.pageSetup.printArea = 'A1:F5'
  sheet.pageSetup.printTitlesRow = '1:1'
  sheet.addImage(book.addImage({ base64: 'data:image/png;base64,' + PIXEL, extension: 'png' }), 'H2:I6')
  const sums = book.addWorksheet('Sums')
  sums.getCell('A1').value = { formula: 'COUNTA(Members!B2:B4)', result: 3 }
  sums.addTable({ name: 'T', ref: 'C1', headerRow: true, columns: [{ name: 'a' }, { name: 'b' }], rows: [[1, 2]] })
  book.definedNames.add('Members!$B$2:$B$4', 'members')
  await book.xlsx.writeFile(path)
}
make(process.argv[2])
