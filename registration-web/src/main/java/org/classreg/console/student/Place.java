package org.classreg.console.student;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.console.MeetingTimes;

/** A class or a section for which an override may hold, by its code. */
public record Place(String code, String label, boolean isSection) implements Serializable {

    /** The classes of sections, and the sections themselves, by code. */
    static List<Place> of(List<ClassSection> sections) {
        return Stream.concat(
                sections.stream().map(ClassSection::getSubject).distinct().map(subject -> new Place(subject.getCode(), subject.getTitle(), false)),
                sections.stream().map(section -> new Place(section.getCode(), section.getTitle() + " · " + MeetingTimes.of(section), true)))
                .toList();
    }
}
