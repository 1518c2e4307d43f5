package org.classreg.exchange;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A document to be printed, as PDF. */
public final class Print {

    private static final float MARGIN = 42;
    private static final float BOX = 11;
    private static final float PADDING = 4;
    private static final float TITLE_SIZE = 16;
    private static final float TEXT_SIZE = 10;
    private static final float SMALL_SIZE = 8;

    private final List<Page> pages;

    /**
     * What begins on a page of its own.
     *
     * @param context in one line above the title
     * @param head in lines below the title
     * @param rows each with a text for each column
     */
    record Page(String title, String context, List<String> head, Columns columns, List<List<String>> rows, String foot) {
    }

    /** The kinds of tables. */
    enum Columns {
        ROSTER(true, new float[] {1, 10, 6, 2}, "Name", "Username", "Grade"),
        SCHEDULE(false, new float[] {7, 2, 8, 4}, "Time", "Section", "Title", "Rooms");

        private final boolean boxes;
        private final float[] widths;
        private final List<String> names;

        Columns(boolean boxes, float[] widths, String... names) {
            this.boxes = boxes;
            this.widths = widths;
            this.names = List.of(names);
        }
    }

    Print(List<Page> pages) {
        this.pages = pages;
    }

    /**
     * Writes the PDF as it goes; the stream stays open.
     *
     * @throws IOException when the stream takes no more
     */
    public void writeTo(OutputStream out) throws IOException {
        var letters = new Letters();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.open();
        try {
            for (var page : pages) {
                document.newPage();
                write(page, document, letters);
            }
            if (pages.isEmpty()) {
                document.add(new Paragraph(letters.phrase("There is nothing to print.", TEXT_SIZE)));
            }
        } finally {
            document.close();
        }
        out.flush();
    }

    private static void write(Page page, Document document, Letters letters) throws DocumentException {
        document.add(new Paragraph(letters.phrase(page.context, SMALL_SIZE)));
        var title = new Paragraph(letters.phrase(page.title, TITLE_SIZE));
        title.setLeading(TITLE_SIZE * 1.3f);
        document.add(title);
        for (var line : page.head) {
            document.add(new Paragraph(letters.phrase(line, TEXT_SIZE)));
        }
        document.add(table(page, letters));
        document.add(new Paragraph(letters.phrase(page.foot, SMALL_SIZE)));
    }

    private static PdfPTable table(Page page, Letters letters) {
        var table = new PdfPTable(page.columns.widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(TEXT_SIZE);
        table.setHeaderRows(1);
        if (page.columns.boxes) {
            table.addCell(cell(new Phrase()));
        }
        page.columns.names.forEach(name -> table.addCell(cell(letters.phrase(name, SMALL_SIZE))));
        for (var row : page.rows) {
            if (page.columns.boxes) {
                table.addCell(box());
            }
            row.forEach(text -> table.addCell(cell(letters.phrase(text, TEXT_SIZE))));
        }
        return table;
    }

    private static PdfPCell cell(Phrase text) {
        var cell = new PdfPCell(text);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(PADDING);
        // Hebrew within it runs from right to left all the same.
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        return cell;
    }

    /** An empty square to check. */
    private static PdfPCell box() {
        var square = new PdfPTable(1);
        square.setTotalWidth(BOX);
        square.setLockedWidth(true);
        var inside = new PdfPCell();
        inside.setFixedHeight(BOX);
        square.addCell(inside);
        var cell = new PdfPCell(square);
        square.setExtendLastRow(false);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(PADDING);
        return cell;
    }
}
