package org.classreg.exchange;

import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The letters of a PDF. Latin, Greek, Cyrillic and Hebrew ones come with it, from the font Liberation Sans; Chinese, Japanese and Korean
 * ones are those of the viewer. What no font has is shown as a question mark.
 */
final class Letters {

    private static final String BUNDLED = "font-fallback/LiberationSans-Regular.ttf";
    private static final String UNKNOWN = "?";

    private final List<BaseFont> fonts = List.of(bundled(), ofViewer("STSong-Light", "UniGB-UCS2-H"),
            ofViewer("HeiseiMin-W3", "UniJIS-UCS2-H"), ofViewer("HYSMyeongJo-Medium", "UniKS-UCS2-H"),
            ofViewer("MSung-Light", "UniCNS-UCS2-H"));
    private final Map<Float, FontSelector> selectors = new HashMap<>();

    private static BaseFont bundled() {
        try (InputStream in = BaseFont.class.getClassLoader().getResourceAsStream(BUNDLED)) {
            return BaseFont.createFont(BUNDLED, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont ofViewer(String name, String encoding) {
        try {
            return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param size in points */
    Phrase phrase(String text, float size) {
        return selectors.computeIfAbsent(size, this::selector).process(shown(text));
    }

    /** Making one reads a font, which takes milliseconds. */
    private FontSelector selector(float size) {
        var selector = new FontSelector();
        fonts.forEach(font -> selector.addFont(new Font(font, size)));
        return selector;
    }

    /** The text with a question mark for each character that no font has. */
    String shown(String text) {
        return text.codePoints().mapToObj(letter -> isKnown(letter) ? Character.toString(letter) : UNKNOWN).collect(Collectors.joining());
    }

    private boolean isKnown(int letter) {
        return fonts.stream().anyMatch(font -> Character.isBmpCodePoint(letter) && font.charExists(letter));
    }
}
