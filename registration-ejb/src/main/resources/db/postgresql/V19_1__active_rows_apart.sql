-- What is active is found in trees of its own, as of any instant too; the indexes of ranges, which cost most to write, hold what has ended alone:
-- a registration that begins is not written to them. ValidAt asks for both.
drop index student_registration_valid_in_section;
drop index student_registration_valid_in_program;
drop index student_registration_valid_of_student;
create index student_registration_valid_in_section on student_registration using gist (section_id, type_id, tstzrange(start_date, end_date))
    where end_date is not null;
create index student_registration_valid_in_program on student_registration using gist (program_id, type_id, tstzrange(start_date, end_date))
    where end_date is not null;
create index student_registration_valid_of_student on student_registration using gist (student_id, tstzrange(start_date, end_date))
    where end_date is not null;

drop index student_registration_roster;
create index student_registration_roster on student_registration (section_id, type_id, start_date) where end_date is null;
create index student_registration_of_program on student_registration (program_id, type_id, start_date) where end_date is null;
