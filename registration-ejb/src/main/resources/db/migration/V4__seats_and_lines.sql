-- A place in line, and a seat that is kept for somebody until the offer lapses.
insert into registration_type (id, name, description, takes_seat, preference) values
    (5, 'Waitlist', 'The student waits for a seat in the section.', false, false),
    (6, 'Offered', 'A seat is kept for the student until the offer lapses.', true, false);
alter table registration_type add constraint type_with_seat unique (id, takes_seat);

alter table class_section add column last_place integer default 0 not null;
alter table class_section add constraint section_of_class unique (id, subject_id, program_id);

alter table student_registration add column place integer;
alter table student_registration add column lapses_at timestamp with time zone;

-- What a registration says of its section and type, again: so that the database itself keeps a student to one seat a class.
alter table student_registration add column subject_id bigint;
alter table student_registration add column program_id bigint;
alter table student_registration add column takes_seat boolean;
update student_registration r set
    subject_id = (select s.subject_id from class_section s where s.id = r.section_id),
    program_id = (select s.program_id from class_section s where s.id = r.section_id),
    takes_seat = (select t.takes_seat from registration_type t where t.id = r.type_id);
alter table student_registration alter column subject_id set not null;
alter table student_registration alter column program_id set not null;
alter table student_registration alter column takes_seat set not null;
alter table student_registration add constraint registration_of_class
    foreign key (section_id, subject_id, program_id) references class_section (id, subject_id, program_id);
alter table student_registration add constraint registration_with_seat
    foreign key (type_id, takes_seat) references registration_type (id, takes_seat);
alter table student_registration add column seat boolean
    generated always as (case when end_date is null and takes_seat then true end) ${stored};
alter table student_registration add constraint one_seat_a_class unique (student_id, subject_id, seat);
create index student_registration_seats on student_registration (program_id, seat, student_id);

-- How many students a program takes, in all or of some grades.
create sequence program_cap_seq start with 50 increment by 50;
create table program_cap (
    id           bigint primary key,
    program_id   bigint not null references program (id),
    grade_min    integer,
    grade_max    integer,
    max_students integer not null check (max_students >= 0),
    check (grade_max >= grade_min)
);
create index program_cap_program on program_cap (program_id);

alter table program add column priority_limit integer check (priority_limit >= 0);
alter table program add column offer_minutes integer check (offer_minutes > 0);

-- What a rule does not hold for, for one student in a program, a class or a section.
create sequence student_override_seq start with 50 increment by 50;
create table student_override (
    id         bigint primary key,
    student_id bigint not null references person (id),
    program_id bigint not null references program (id),
    subject_id bigint references class_subject (id),
    section_id bigint references class_section (id),
    kind       varchar(20) not null check (kind in ('GRADE', 'FULL')),
    reason     varchar(300) not null,
    start_date timestamp with time zone,
    end_date   timestamp with time zone,
    started_by bigint not null references operation (id),
    ended_by   bigint references operation (id),
    check (end_date >= start_date)
);
create index student_override_student on student_override (student_id, program_id);

-- Who is at a program: from check-in until check-out.
create sequence check_in_seq start with 50 increment by 50;
create table check_in (
    id         bigint primary key,
    student_id bigint not null references person (id),
    program_id bigint not null references program (id),
    start_date timestamp with time zone,
    end_date   timestamp with time zone,
    started_by bigint not null references operation (id),
    ended_by   bigint references operation (id),
    active     boolean generated always as (case when end_date is null then true end) ${stored},
    check (end_date >= start_date),
    check ((end_date is null) = (ended_by is null)),
    constraint one_active_check_in unique (student_id, program_id, active)
);
create index check_in_program on check_in (program_id, active);
create index check_in_started_by on check_in (started_by);
create index check_in_ended_by on check_in (ended_by);

-- What an operation did to a section: its status, maximum and meetings before and after, so that it can be undone.
create sequence section_change_seq start with 50 increment by 50;
create table section_change (
    id           bigint primary key,
    operation_id bigint not null references operation (id),
    section_id   bigint not null references class_section (id),
    state_before varchar(4000) not null,
    state_after  varchar(4000) not null
);
create index section_change_operation on section_change (operation_id);
