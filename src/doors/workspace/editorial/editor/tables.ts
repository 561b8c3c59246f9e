import { Node, mergeAttributes } from '@tiptap/core';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import { TextSelection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface NodeConfig {
    /** What the library of tables takes a node for. */
    tableRole?: string;
  }
  interface Commands<ReturnType> {
    tables: {
      insertTable: (size: { rows: number; columns: number }) => ReturnType;
      addRow: () => ReturnType;
      addColumn: () => ReturnType;
      takeRow: () => ReturnType;
      takeColumn: () => ReturnType;
      takeTable: () => ReturnType;
      turnHeaderRow: () => ReturnType;
      nextCell: (direction: 1 | -1) => ReturnType;
    };
  }
}

// The library of tables asks every cell for these; a text of ours has only plain grids, so they are always one.
const span = {
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
};

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  addCommands() {
    return {
      insertTable:
        ({ rows, columns }) =>
        ({ tr, editor, dispatch }) => {
          const { table, tableRow, tableCell, tableHeader } = editor.schema.nodes;
          const row = (cell: typeof tableCell) =>
            tableRow!.create(
              null,
              Array.from({ length: columns }, () => cell!.createAndFill()!),
            );
          const node = table!.create(
            null,
            Array.from({ length: rows }, (_, at) => row(at === 0 ? tableHeader : tableCell)),
          );
          if (dispatch) {
            const from = tr.selection.from;
            tr.replaceSelectionWith(node).scrollIntoView();
            tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1)));
          }
          return true;
        },
      addRow:
        () =>
        ({ state, dispatch }) =>
          addRowAfter(state, dispatch),
      addColumn:
        () =>
        ({ state, dispatch }) =>
          addColumnAfter(state, dispatch),
      takeRow:
        () =>
        ({ state, dispatch }) =>
          deleteRow(state, dispatch),
      takeColumn:
        () =>
        ({ state, dispatch }) =>
          deleteColumn(state, dispatch),
      takeTable:
        () =>
        ({ state, dispatch }) =>
          deleteTable(state, dispatch),
      turnHeaderRow:
        () =>
        ({ state, dispatch }) =>
          toggleHeaderRow(state, dispatch),
      nextCell:
        (direction) =>
        ({ state, dispatch }) =>
          goToNextCell(direction)(state, dispatch),
    };
  },
  addKeyboardShortcuts() {
    return {
      Tab: () => this.editor.commands.nextCell(1) || (this.editor.isActive('table') && this.editor.chain().addRow().nextCell(1).run()),
      'Shift-Tab': () => this.editor.commands.nextCell(-1),
    };
  },
  addProseMirrorPlugins: () => [tableEditing()],
  extendNodeSchema: (extension) => ({ tableRole: (extension.config as { tableRole?: string }).tableRole }),
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
});

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th', tableRole: string) =>
  Node.create({
    name,
    content: 'block+',
    tableRole,
    isolating: true,
    addAttributes: () => span,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

export const TableCell = cell('tableCell', 'td', 'cell');
export const TableHeader = cell('tableHeader', 'th', 'header_cell');
