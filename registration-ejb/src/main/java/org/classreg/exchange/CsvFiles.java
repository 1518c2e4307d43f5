package org.classreg.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * A set of CSV files by name, whatever its case, from a ZIP or a folder. Files of other kinds are passed over, and so is what
 * an operating system hides in a ZIP. Bounded: at most 1,000 files and 100 MB in all, unpacked.
 */
public final class CsvFiles {

    private static final int MOST_FILES = 1_000;
    private static final int MOST_BYTES = 100 << 20;
    private static final String EXTENSION = ".csv";
    private static final String ZIP = "The ZIP";

    private final Map<String, byte[]> contents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int files;
    private int bytes;

    private CsvFiles() {
    }

    /**
     * Takes the CSV files of a ZIP, be they in sub-folders or not.
     *
     * @throws ImportRefused if this is no ZIP, is broken or too large, or has two files of the same name
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
     * @throws ImportRefused if they are too many or too large
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
     * @throws ImportRefused if it is too large, or cannot be read to its end
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
        var content = in.readNBytes(MOST_BYTES - bytes + 1);
        bytes += content.length;
        files++;
        if (bytes > MOST_BYTES || files > MOST_FILES) {
            throw new ImportRefused(path, "The files are too many or too large: at most %,d, and %d MB in all, unpacked, are taken."
                    .formatted(MOST_FILES, MOST_BYTES >> 20));
        }
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (isCsv(name) && !name.startsWith(".") && contents.putIfAbsent(name, content) != null) {
            throw new ImportRefused(name, "There are two files of this name; the second is " + path + ".");
        }
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

    byte[] content(String name) {
        return contents.get(name);
    }
}
