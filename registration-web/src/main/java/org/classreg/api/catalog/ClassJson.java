package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.classreg.administration.ClassEdits;
import org.classreg.catalog.ClassSubject;

/** A class as the API tells and takes it; the grades are null where the range has no end, the maximum is where the rooms alone decide. */
@JsonbPropertyOrder({"code", "title", "category", "gradeMin", "gradeMax", "maxStudents", "status"})
public record ClassJson(String code, String title, String category, Integer gradeMin, Integer gradeMax, Integer maxStudents, String status) {

    static ClassJson of(ClassSubject subject) {
        var told = ClassEdits.Wanted.of(subject);
        return new ClassJson(told.code(), told.title(), told.category(), told.gradeMin(), told.gradeMax(), told.maxStudents(), told.status());
    }

    ClassEdits.Wanted toWanted() {
        return new ClassEdits.Wanted(code, title, category, gradeMin, gradeMax, maxStudents, status);
    }
}
