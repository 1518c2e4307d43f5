package org.classreg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * A set of CSV files by name, whatever its case, from a ZIP or a folder. Files of other kinds are passed over, and so is what
 * an operating system hides in a ZIP. Bounded: at most 1,000 files and 100 MB in all, counted while they are unpacked; in pieces, since
 * one array of unknown length would be there twice for a moment.
 */
public final class CsvFiles {

    private static final int MOST_FILES = 1_000;
    private static final int MOST_BYTES = 100 << 20;
    private static final int PIECE = 1 << 20;
    private static final int LONGEST_NAME = 100;
    private static final String EXTENSION = ".csv";
    private static final String ZIP = "The ZIP";

    private final Map<String, List<byte[]>> contents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int files;
    private int bytes;

    private CsvFiles() {
    }

    /**
     * Takes the CSV files of a ZIP, be they in sub-folders or not.
     *
     * @throws ImportRefused if this is no ZIP, is broken, or has two files of the same name
     * @throws ImportTooLarge if it is too large
     */
    public static CsvFiles ofZip(InputStream zip) {
        var set = new CsvFiles();
        try (var in = new ZipInputStream(zip, UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                set.add(entry.getName(), in);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ImportRefused(ZIP, "It is broken: " + e.getMessage() + ".");
        }
        if (set.files == 0) {
            throw new ImportRefused(ZIP, "This is not a ZIP, or an empty one.");
        }
        return set;
    }

    /**
     * Takes the CSV files that are in a folder itself.
     *
     * @throws ImportTooLarge if they are too many or too large
     */
    public static CsvFiles ofFolder(Path folder) {
        var set = new CsvFiles();
        try (var entries = Files.newDirectoryStream(folder, "*.[cC][sS][vV]")) {
            for (var entry : entries) {
                try (var in = Files.newInputStream(entry)) {
                    set.add(entry.getFileName().toString(), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set;
    }

    /**
     * Takes one CSV file.
     *
     * @throws ImportRefused if it cannot be read to its end
     * @throws ImportTooLarge if it is too large
     */
    public static CsvFiles ofFile(String name, InputStream content) {
        var set = new CsvFiles();
        try (content) {
            set.add(isCsv(name) ? name : name + EXTENSION, content);
        } catch (IOException e) {
            throw new ImportRefused(name, "It cannot be read: " + e.getMessage() + ".");
        }
        return set;
    }

    public static CsvFiles ofFile(String name, byte[] content) {
        return ofFile(name, new ByteArrayInputStream(content));
    }

    private void add(String path, InputStream in) throws IOException {
        if (++files > MOST_FILES) {
            throw new ImportTooLarge(shown(path), "The files are too many: at most %,d are taken.".formatted(MOST_FILES));
        }
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var isTaken = isCsv(name) && !name.startsWith(".");
        var content = read(path, in, isTaken);
        if (isTaken && contents.putIfAbsent(name, content) != null) {
            throw new ImportRefused(shown(name), "There are two files of this name; the second is " + shown(path) + ".");
        }
    }

    /** What is passed over counts as well, since it is unpacked as well. */
    private List<byte[]> read(String path, InputStream in, boolean isTaken) throws IOException {
        var pieces = new ArrayList<byte[]>();
        for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            bytes += piece.length;
            if (bytes > MOST_BYTES) {
                throw new ImportTooLarge(shown(path), "The files are too large: at most %d MB in all, unpacked, are taken.".formatted(MOST_BYTES >> 20));
            }
            if (isTaken) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** Of a name that somebody may have made up to be long. */
    private static String shown(String path) {
        return path.length() > LONGEST_NAME ? "..." + path.substring(path.length() - LONGEST_NAME) : path;
    }

    private static boolean isCsv(String name) {
        return name.regionMatches(true, name.length() - EXTENSION.length(), EXTENSION, 0, EXTENSION.length());
    }

    Set<String> names() {
        return contents.keySet();
    }

    boolean has(String name) {
        return contents.containsKey(name);
    }

    InputStream content(String name) {
        return new SequenceInputStream(Collections.enumeration(contents.get(name).stream().map(ByteArrayInputStream::new).toList()));
    }
}
