// node sheetjs.js OUTPUT (its ending says which kind of workbook)
const X = require('xlsx')
const sheet = X.utils.aoa_to_sheet([
  ['No.', 'country', 'code', 'status', 'n'],
  [1, 'Albania', 'AL', 'pathfinder', 2],
  [2, 'Côte d’Ivoire', 'CI', 'candidate', 1.5],
  [3, 'Chad & co', 'TD', null, 3],
  ['', 'Total', null, null, null],
])
sheet.E5 = { t: 'n', f: 'SUM(E2:E4)', v: 6.5 }
sheet['!cols'] = [{ wch: 5 }, { wch: 30 }]
sheet['!rows'] = [null, null, { hidden: true, level: 1 }]
sheet['!autofilter'] = { ref: 'A1:E4' }
sheet.B2.l = { Target: 'https://example.org' }
sheet.B3.c = [{ a: 'Staff', t: 'since' }]
const sums = X.utils.aoa_to_sheet([['x'], [0]])
sums.A2 = { t: 'n', f: "COUNTA('List of all'!B2:B4)", v: 3 }
const book = X.utils.book_new()
X.utils.book_append_sheet(book, sheet, 'List of all')
X.utils.book_append_sheet(book, sums, 'Sums')
book.Workbook = { Names: [{ Name: 'members', Ref: "'List of all'!$B$2:$B$4" }] }
X.writeFile(book, process.argv[2], { compression: true })
