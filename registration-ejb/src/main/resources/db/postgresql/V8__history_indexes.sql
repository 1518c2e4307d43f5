-- What is valid at an instant is found without reading what has ended before it or began after it: in a section, in a program and of a
-- student alike. ValidAt has the expression of the queries. btree_gist lets keys stand before the range; it comes with PostgreSQL.
create extension if not exists btree_gist;
create index student_registration_valid_in_section on student_registration using gist (section_id, type_id, tstzrange(start_date, end_date));
create index student_registration_valid_in_program on student_registration using gist (program_id, type_id, tstzrange(start_date, end_date));
create index student_registration_valid_of_student on student_registration using gist (student_id, tstzrange(start_date, end_date));

-- What is active has indexes of its own, which stay small. Were the ended rows in them, a plan might prefer them and read all the past.
drop index student_registration_roster;
create index student_registration_roster on student_registration (section_id, type_id) where end_date is null;
alter table student_registration drop constraint one_active_registration;
create unique index one_active_registration on student_registration (student_id, section_id, type_id) where end_date is null;
alter table student_registration drop constraint one_seat_a_class;
create unique index one_seat_a_class on student_registration (student_id, subject_id) where end_date is null and takes_seat;
drop index student_registration_seats;
create index student_registration_seats on student_registration (program_id, takes_seat, student_id) where end_date is null;
create index student_registration_lapses on student_registration (lapses_at) where end_date is null and lapses_at is not null;

create index student_registration_history on student_registration (student_id, start_date desc nulls last, id desc);
