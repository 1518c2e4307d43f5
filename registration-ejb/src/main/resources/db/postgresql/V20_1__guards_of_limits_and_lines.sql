-- An operation takes no student past a limit of sections or timeslots, and takes nobody's lunch, unless staff or an import let it. Who is past a limit
-- already, since it was lowered or by the word of staff, may change classes and comes no further past it.

-- The zones of Java and of PostgreSQL have the same names but for offsets, whose signs PostgreSQL reads the other way. A zone that it does not
-- know has no days, and so no lunch is guarded in it.
create function local_day(instant timestamp with time zone, zone text) returns date language plpgsql as $$
begin
    if zone ~ '^(UTC|GMT|UT)?[+-]' then
        return (instant at time zone substring(zone from '[+-].*')::interval)::date;
    end if;
    return (instant at time zone zone)::date;
exception when invalid_parameter_value then
    return null;
end $$;

create function seats_before(student bigint, of_program bigint, operation bigint) returns setof student_registration language plpgsql as $$
begin
    return query select r.* from student_registration r
        where r.student_id = student and r.program_id = of_program and r.takes_seat and r.started_by <> operation
            and (r.end_date is null or r.ended_by = operation);
end $$;

create function seats_now(student bigint, of_program bigint) returns setof student_registration language plpgsql as $$
begin
    return query select r.* from student_registration r
        where r.student_id = student and r.program_id = of_program and r.takes_seat and r.end_date is null;
end $$;

-- What such students have is asked for one by one, by "lateral" and "offset 0": the statistics know of no seat when a program's first are given, and
-- a plan by them may read all seats of the program for each.
create function students_with_new_seats(of_program bigint, operation bigint) returns table (id bigint) language plpgsql as $$
begin
    return query select distinct b.student_id from student_registration b
        where b.started_by = operation and b.takes_seat and b.end_date is null and b.program_id = of_program;
end $$;

create function students_stay_within_limits(of_program bigint, operation bigint) returns void language plpgsql as $$
declare
    most program;
    student record;
begin
    select p.* into most from program p where p.id = of_program;
    for student in
        select s.id, least(most.max_sections, (select p.max_sections from person p where p.id = s.id)) as sections
        from students_with_new_seats(of_program, operation) s
        cross join lateral (select count(distinct r.id) as sections, count(m.id) as timeslots
            from student_registration r left join meeting m on m.section_id = r.section_id
            where r.student_id = s.id and r.end_date is null and r.takes_seat and r.program_id = of_program offset 0) has
        where has.sections > least(most.max_sections, (select p.max_sections from person p where p.id = s.id)) or has.timeslots > most.max_timeslots
    loop
        if (select count(*) from seats_now(student.id, of_program)) > greatest(student.sections,
                (select count(*) from seats_before(student.id, of_program, operation)))
            or (select count(*) from seats_now(student.id, of_program) r join meeting m on m.section_id = r.section_id) > greatest(most.max_timeslots,
                (select count(*) from seats_before(student.id, of_program, operation) r join meeting m on m.section_id = r.section_id))
        then
            raise exception 'person % would have too many sections or timeslots', student.id
                using errcode = 'check_violation', constraint = 'student_stays_within_limits';
        end if;
    end loop;
end $$;

-- Whether somebody who meets in these timeslots has classes before and after the lunches of a day, and in each of them.
create function is_lunch_lost(of_program bigint, day date, zone text, taken bigint[]) returns boolean language plpgsql as $$
begin
    return (
        with lunch as materialized (
            select l.* from timeslot l where l.program_id = of_program and l.lunch and local_day(l.starts_at, zone) = day),
        meets as materialized (
            select t.* from timeslot t where t.id = any(taken) and local_day(t.starts_at, zone) = day)
        select exists (select from lunch)
            and exists (select from meets where starts_at < (select min(l.starts_at) from lunch l))
            and exists (select from meets where ends_at > (select l.ends_at from lunch l order by l.starts_at desc, l.ends_at desc limit 1))
            and not exists (select from lunch l where not exists (select from meets m where m.starts_at < l.ends_at and l.starts_at < m.ends_at)));
end $$;

-- Those are looked at who meet in all lunches of a day: few, or some of thousands.
create function students_keep_their_lunch(of_program bigint, operation bigint) returns void language plpgsql as $$
declare
    place text;
    busy record;
begin
    if not exists (select from timeslot l where l.program_id = of_program and l.lunch) then
        return;
    end if;
    select p.time_zone into place from program p where p.id = of_program;
    for busy in
        with lunch as materialized (
            select l.id, l.starts_at, l.ends_at, local_day(l.starts_at, place) as day from timeslot l where l.program_id = of_program and l.lunch)
        select s.id as student, l.day
        from students_with_new_seats(of_program, operation) s
        cross join lateral (select t.starts_at, t.ends_at
            from student_registration r join meeting m on m.section_id = r.section_id join timeslot t on t.id = m.timeslot_id
            where r.student_id = s.id and r.end_date is null and r.takes_seat and r.program_id = of_program offset 0) has
        join lunch l on has.starts_at < l.ends_at and l.starts_at < has.ends_at
        group by s.id, l.day
        having count(distinct l.id) = (select count(*) from lunch c where c.day = l.day)
    loop
        if is_lunch_lost(of_program, busy.day, place, array(
                select m.timeslot_id from seats_now(busy.student, of_program) r join meeting m on m.section_id = r.section_id))
            and not is_lunch_lost(of_program, busy.day, place, array(
                select m.timeslot_id from seats_before(busy.student, of_program, operation) r join meeting m on m.section_id = r.section_id))
        then
            raise exception 'person % would have no time for lunch on %', busy.student, busy.day
                using errcode = 'check_violation', constraint = 'student_keeps_lunch';
        end if;
    end loop;
end $$;

-- Of those with a new seat who begin something while they are busy: few, or none. Each such seat is then looked at.
create function students_stay_in_one_place(of_program bigint, operation bigint) returns void language plpgsql as $$
declare
    student bigint;
begin
    for student in
        select s.id from students_with_new_seats(of_program, operation) s
        cross join lateral (select t.starts_at, max(t.ends_at) over (order by t.starts_at, t.ends_at
                rows between unbounded preceding and 1 preceding) as busy_until
            from student_registration r join meeting m on m.section_id = r.section_id join timeslot t on t.id = m.timeslot_id
            where r.student_id = s.id and r.end_date is null and r.takes_seat and r.program_id = of_program offset 0) place
        group by s.id having bool_or(place.starts_at < place.busy_until)
    loop
        perform student_stays_in_one_place(student, operation);
    end loop;
end $$;

create or replace function begun_seats_break_no_promise(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
declare
    key bigint;
    is_past_limits boolean;
begin
    for key in select distinct section_id from student_registration where started_by = operation and takes_seat loop
        perform section_counts_its_seats(key);
    end loop;
    select o.past_limits into is_past_limits from operation o where o.id = operation;
    for key in select distinct program_id from student_registration where started_by = operation and takes_seat loop
        perform students_stay_in_one_place(key, operation);
        perform program_does_not_overflow(key, operation);
        if not is_past_limits then
            perform students_stay_within_limits(key, operation);
            perform students_keep_their_lunch(key, operation);
        end if;
    end loop;
    perform remember_as_kept('b' || operation);
end $$;

-- Who has a seat in a section that meets at other times keeps lunch and limits too, unless staff let the students stay.
create function students_may_stay(section bigint) returns void language plpgsql as $$
declare
    of_program bigint;
    most integer;
    place text;
    student bigint;
    day date;
    taken bigint[];
begin
    select s.program_id, p.max_timeslots, p.time_zone into of_program, most, place
        from class_section s join program p on p.id = s.program_id where s.id = section;
    for student in select r.student_id from student_registration r where (case when r.end_date is null and r.takes_seat then r.section_id end) = section loop
        taken := array(select m.timeslot_id from seats_now(student, of_program) r join meeting m on m.section_id = r.section_id);
        if cardinality(taken) > most then
            raise exception 'person % would have too many timeslots with class_section %', student, section
                using errcode = 'check_violation', constraint = 'student_stays_within_limits';
        end if;
        for day in select distinct local_day(t.starts_at, place) from meeting m join timeslot t on t.id = m.timeslot_id where m.section_id = section loop
            if is_lunch_lost(of_program, day, place, taken) then
                raise exception 'person % would have no time for lunch on % with class_section %', student, day, section
                    using errcode = 'check_violation', constraint = 'student_keeps_lunch';
            end if;
        end loop;
    end loop;
end $$;

create or replace function meeting_changed() returns trigger language plpgsql as $$
begin
    perform students_are_in_one_place(new.section_id);
    if exists (select from meeting where id = new.id and not students_kept) then
        perform students_may_stay(new.section_id);
    end if;
    return null;
end $$;

-- Of operations that were looked at there are few: they are remembered apart from the sections, of which a lottery has thousands, since it is asked
-- for each seat.
create function where_kept(what text) returns text language plpgsql immutable as $$
begin
    return case when what like 's%' then 'registration.kept' else 'registration.kept_operations' end;
end $$;

create or replace function is_known_as_kept(what text) returns boolean language plpgsql as $$
begin
    return position(' ' || what || ' ' in coalesce(current_setting(where_kept(what), true), '')) > 0;
end $$;

create or replace function remember_as_kept(what text) returns void language plpgsql as $$
begin
    perform set_config(where_kept(what), ' ' || what || ' ' || coalesce(current_setting(where_kept(what), true), ''), true);
end $$;

create function forget_what_is_kept() returns void language plpgsql as $$
begin
    perform set_config('registration.kept', '', true), set_config('registration.kept_operations', '', true);
end $$;

create or replace function something_changes() returns trigger language plpgsql as $$
begin
    perform forget_what_is_kept();
    return new;
end $$;

create or replace function seats_begin() returns trigger language plpgsql as $$
begin
    perform from person where id in (select student_id from begun where takes_seat and end_date is null) order by id for no key update;
    if found then
        perform forget_what_is_kept();
    end if;
    return null;
end $$;

-- A place in line is one student's, and behind all that were there before: only an undo gives places back, and only a seat that staff make
-- a place goes in front. Whoever gives places holds the section's row until the end.
alter table student_registration add constraint one_place_each
    exclude using btree (section_id with =, place with =) where (end_date is null and place is not null) deferrable initially deferred;

create function begun_places_are_behind(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
declare
    section bigint;
begin
    perform from class_section where id in (select section_id from student_registration where started_by = operation and place is not null)
        order by id for no key update;
    if exists (select from operation o where o.id = operation and (o.past_line or o.undoes is not null)) then
        return;
    end if;
    select b.section_id into section from student_registration b
        join student_registration w on w.section_id = b.section_id and w.type_id = b.type_id and w.end_date is null
        where b.started_by = operation and b.place is not null and b.end_date is null and w.place > b.place and w.started_by <> operation limit 1;
    if found then
        raise exception 'somebody would come in front of who waits for class_section %', section
            using errcode = 'check_violation', constraint = 'line_keeps_its_order';
    end if;
end $$;

create function place_begun() returns trigger language plpgsql as $$
begin
    if not is_known_as_kept('l' || new.started_by) then
        perform begun_places_are_behind(new.started_by);
        perform remember_as_kept('l' || new.started_by);
    end if;
    return null;
end $$;
create constraint trigger line_keeps_its_order after insert on student_registration deferrable initially deferred
    for each row when (new.place is not null) execute function place_begun();

-- The past of a program is found with that of its sections; what nobody ended is in no index of who ended it.
drop index student_registration_valid_in_program;
drop index student_registration_valid_in_section;
create index student_registration_valid_in_section on student_registration using gist (section_id, type_id, tstzrange(start_date, end_date), program_id)
    where end_date is not null;
drop index student_registration_ended_by;
create index student_registration_ended_by on student_registration (ended_by) where ended_by is not null;
