-- What was told of a section's seats, one row a section and transaction that changed them. The rows are written behind the section's lock, so its
-- versions follow each other; a position in the log of all sections they get after they were committed, by whoever holds the lock on seat_log.
create sequence seat_change_seq start with 50 increment by 50;

alter table class_section add column seats_version integer default 0 not null;

create table seat_change (
    id                bigint primary key,
    section_id        bigint not null references class_section (id) on delete cascade,
    program_id        bigint not null,
    version           integer not null,
    capacity          integer not null,
    enrolled          integer not null,
    status            varchar(20) not null check (status in ('UNREVIEWED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
    registration_open boolean not null,
    changed_at        timestamp with time zone default ${now} not null,
    position          bigint unique
);
create index seat_change_program on seat_change (program_id, position);
create index seat_change_section on seat_change (section_id);

create table seat_log (
    id            integer primary key check (id = 1),
    last_position bigint not null,
    forgotten     bigint not null,
    check (0 <= forgotten and forgotten <= last_position)
);
insert into seat_log (id, last_position, forgotten) values (1, 0, 0);
