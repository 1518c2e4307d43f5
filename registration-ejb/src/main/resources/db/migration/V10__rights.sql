-- Who may act in which program, and who teaches which section. Rows end and stay, so that it can be told who had which right when.
create sequence program_role_seq start with 50 increment by 50;
create table program_role (
    id         bigint primary key,
    person_id  bigint       not null references person (id),
    program_id bigint       not null references program (id),
    role       varchar(20)  not null check (role in ('STAFF', 'VOLUNTEER')),
    granted_by varchar(100) not null,
    granted_at timestamp with time zone not null,
    revoked_by varchar(100),
    revoked_at timestamp with time zone,
    active     boolean generated always as (case when revoked_at is null then true end) ${stored},
    check ((revoked_at is null) = (revoked_by is null)),
    constraint one_active_role unique (person_id, program_id, role, active)
);
create index program_role_program on program_role (program_id, active);

create sequence section_teacher_seq start with 50 increment by 50;
create table section_teacher (
    id         bigint primary key,
    person_id  bigint       not null references person (id),
    section_id bigint       not null references class_section (id),
    sourced_id varchar(255) unique,
    is_primary boolean,
    granted_by varchar(100) not null,
    granted_at timestamp with time zone not null,
    revoked_by varchar(100),
    revoked_at timestamp with time zone,
    active     boolean generated always as (case when revoked_at is null then true end) ${stored},
    check ((revoked_at is null) = (revoked_by is null)),
    constraint one_active_teacher unique (person_id, section_id, active)
);
create index section_teacher_section on section_teacher (section_id, active);

-- Which program an operation is about, null when about none or several; and for whom its caller acted, null when for the caller.
alter table operation add column program_id bigint references program (id);
alter table operation add column on_behalf_of varchar(100);

create table touched_by_operation as
    select started_by as operation_id, program_id from student_registration
    union select ended_by, program_id from student_registration where ended_by is not null
    union select i.started_by, s.program_id from subject_interest i join class_subject s on s.id = i.subject_id
    union select i.ended_by, s.program_id from subject_interest i join class_subject s on s.id = i.subject_id where i.ended_by is not null
    union select started_by, program_id from check_in
    union select ended_by, program_id from check_in where ended_by is not null
    union select started_by, program_id from student_override
    union select ended_by, program_id from student_override where ended_by is not null
    union select c.operation_id, s.program_id from section_change c join class_section s on s.id = c.section_id;
create index touched_by_operation_id on touched_by_operation (operation_id);
update operation set program_id = (
    select case when min(t.program_id) = max(t.program_id) then min(t.program_id) end
    from touched_by_operation t where t.operation_id = operation.id);
drop table touched_by_operation;
create index operation_program on operation (program_id, performed_at);
