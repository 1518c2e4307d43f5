-- How often staff have set something for a program: what was read before a lock is compared behind it.
alter table program add column settings_version integer default 0 not null;

-- An operation may let students in past the cap of a program: an override of staff, or an import of seats that were given out elsewhere.
alter table operation add column past_cap boolean default false not null;

-- Two sections that a student keeps although they meet at the same time: staff moved one, and chose so. The operation is null for what
-- stood so when this table came.
create table kept_overlap (
    student_id   bigint not null references person (id),
    section_id   bigint not null references class_section (id),
    other_id     bigint not null references class_section (id),
    operation_id bigint references operation (id),
    primary key (student_id, section_id, other_id)
);
insert into kept_overlap (student_id, section_id, other_id)
    select distinct r.student_id, r.section_id, o.section_id
    from student_registration r
    join student_registration o on o.student_id = r.student_id and o.program_id = r.program_id and o.section_id <> r.section_id
    join meeting m on m.section_id = r.section_id
    join timeslot t on t.id = m.timeslot_id
    join meeting n on n.section_id = o.section_id
    join timeslot u on u.id = n.timeslot_id
    where r.takes_seat = true and r.end_date is null and o.takes_seat = true and o.end_date is null
        and t.starts_at < u.ends_at and u.starts_at < t.ends_at;

-- An override may be for the cap of a program and for the limit of priorities, too.
alter table student_override add column lifts varchar(20);
update student_override set lifts = kind;
alter table student_override drop column kind;
alter table student_override rename column lifts to kind;
alter table student_override alter column kind set not null;
alter table student_override add constraint override_of_a_kind check (kind in ('GRADE', 'FULL', 'PROGRAM', 'PRIORITIES'));
