-- An operation may take students past limits and lunch, or in front of a line: an override of staff, or an import of seats that were given out
-- elsewhere; a seat that becomes a place in line.
alter table operation add column past_limits boolean default false not null;
alter table operation add column past_line boolean default false not null;

-- Staff may move a section although students lose their lunch with it, or meet in too many timeslots, and let them stay.
alter table meeting add column students_kept boolean default false not null;

-- The first place in line that was ever given: those in front of a line get new ones before it.
alter table class_section add column first_place integer default 1 not null;
update class_section set first_place = (select min(r.place) from student_registration r where r.section_id = class_section.id)
    where exists (select r.id from student_registration r where r.section_id = class_section.id and r.place < 1);
