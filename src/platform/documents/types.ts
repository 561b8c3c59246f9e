export const pdfType = 'application/pdf';
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
