-- What a student had at an instant is found in a tree by its end, since a student has hundreds of registrations and a section tens of thousands: an
-- index of ranges costs several times as much to write. ValidAt has both expressions.
drop index student_registration_valid_of_student;
create index student_registration_past_of_student on student_registration (student_id, end_date, coalesce(start_date, '-infinity'))
    where end_date is not null;
