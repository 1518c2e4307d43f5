-- When students may do what, and how much they may take.
alter table program add column max_sections integer check (max_sections >= 0);
alter table program add column max_timeslots integer check (max_timeslots >= 0);

create sequence registration_window_seq start with 50 increment by 50;

create table registration_window (
    id         bigint primary key,
    program_id bigint not null references program (id),
    kind       varchar(20) not null check (kind in ('INTEREST', 'ENROLLMENT', 'CHANGES', 'DROP')),
    opens_at   timestamp with time zone,
    closes_at  timestamp with time zone,
    check (closes_at > opens_at)
);
create index registration_window_program on registration_window (program_id);

-- Seats that staff gave out, or left standing, beyond the capacity.
alter table class_section add column overbooked integer default 0 not null check (overbooked >= 0);
alter table class_section drop constraint section_within_capacity;
alter table class_section add constraint section_within_capacity check (enrolled between 0 and capacity + overbooked);
