-- Who has got seats is read once for all that they must not break, and what to look at before the end is noted once an operation: a lottery gives
-- tens of thousands of seats.

create function student_stays_within_limits(student bigint, of_program bigint, operation bigint) returns void language plpgsql as $$
declare
    most record;
begin
    select least(o.max_sections, p.max_sections) as sections, o.max_timeslots as timeslots into most
        from program o, person p where o.id = of_program and p.id = student;
    if (select count(*) from seats_now(student, of_program)) > greatest(most.sections,
            (select count(*) from seats_before(student, of_program, operation)))
        or (select count(*) from seats_now(student, of_program) r join meeting m on m.section_id = r.section_id) > greatest(most.timeslots,
            (select count(*) from seats_before(student, of_program, operation) r join meeting m on m.section_id = r.section_id))
    then
        raise exception 'person % would have too many sections or timeslots', student
            using errcode = 'check_violation', constraint = 'student_stays_within_limits';
    end if;
end $$;

create function student_keeps_lunch(student bigint, of_day date, of_program bigint, operation bigint) returns void language plpgsql as $$
declare
    place text;
begin
    select p.time_zone into place from program p where p.id = of_program;
    if is_lunch_lost(of_program, of_day, place, array(
            select m.timeslot_id from seats_now(student, of_program) r join meeting m on m.section_id = r.section_id))
        and not is_lunch_lost(of_program, of_day, place, array(
            select m.timeslot_id from seats_before(student, of_program, operation) r join meeting m on m.section_id = r.section_id))
    then
        raise exception 'person % would have no time for lunch on %', student, of_day
            using errcode = 'check_violation', constraint = 'student_keeps_lunch';
    end if;
end $$;

-- Of those with a new seat, each who begins something while busy, is past a limit or meets in all lunches of a day: few, or none. They are then looked
-- at one by one. What such students have is asked for by "lateral" and "offset 0": the statistics know of no seat when a program's first are given, and
-- a plan by them may read all seats of the program for each.
create function students_break_no_promise(of_program bigint, operation bigint, is_past_limits boolean) returns void language plpgsql as $$
declare
    doubtful record;
begin
    for doubtful in
        with has as materialized (
            select s.id, slots.*
            from students_with_new_seats(of_program, operation) s
            cross join lateral (
                select count(distinct slot.section_id) as sections, count(slot.starts_at) as timeslots,
                    bool_or(slot.starts_at < slot.busy_until) as meets_twice, array_agg(slot.starts_at) as starts, array_agg(slot.ends_at) as ends
                from (select r.section_id, t.starts_at, t.ends_at, max(t.ends_at) over (order by t.starts_at, t.ends_at
                            rows between unbounded preceding and 1 preceding) as busy_until
                        from student_registration r left join meeting m on m.section_id = r.section_id left join timeslot t on t.id = m.timeslot_id
                        where r.student_id = s.id and r.end_date is null and r.takes_seat and r.program_id = of_program offset 0) slot) slots),
        lunch as materialized (
            select l.id, l.starts_at, l.ends_at, local_day(l.starts_at, p.time_zone) as day
            from timeslot l join program p on p.id = l.program_id where l.program_id = of_program and l.lunch and not is_past_limits)
        select has.id as student, 'place' as what, null::date as day from has where has.meets_twice
        union all
        select has.id, 'limit', null from has join person p on p.id = has.id join program o on o.id = of_program
            where not is_past_limits and (has.sections > least(o.max_sections, p.max_sections) or has.timeslots > o.max_timeslots)
        union all
        select has.id, 'lunch', l.day from has cross join unnest(has.starts, has.ends) slot (starts_at, ends_at)
            join lunch l on slot.starts_at < l.ends_at and l.starts_at < slot.ends_at
            group by has.id, l.day having count(distinct l.id) = (select count(*) from lunch c where c.day = l.day)
    loop
        case doubtful.what
            when 'place' then perform student_stays_in_one_place(doubtful.student, operation);
            when 'limit' then perform student_stays_within_limits(doubtful.student, of_program, operation);
            when 'lunch' then perform student_keeps_lunch(doubtful.student, doubtful.day, of_program, operation);
        end case;
    end loop;
end $$;

drop function students_stay_within_limits(bigint, bigint);
drop function students_keep_their_lunch(bigint, bigint);
drop function students_stay_in_one_place(bigint, bigint);

create function is_looked_at_later(operation bigint) returns boolean language sql stable
    return position(' ' || operation || ' ' in coalesce(current_setting('registration.looked_at_later', true), '')) > 0;

create or replace function begun_seats_break_no_promise(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
declare
    key bigint;
    is_past_limits boolean;
begin
    perform sections_count_their_seats(array(select distinct section_id from student_registration where started_by = operation and takes_seat));
    select o.past_limits into is_past_limits from operation o where o.id = operation;
    for key in select distinct program_id from student_registration where started_by = operation and takes_seat loop
        perform program_does_not_overflow(key, operation);
        perform students_break_no_promise(key, operation, is_past_limits);
    end loop;
    perform set_config('registration.looked_at_later', '', true);
    perform remember_as_kept('b' || operation);
end $$;

-- By the end of the first statement it is noted, for one seat of it at the least, to look at all that the operation has begun before the end: the
-- others need no note. What has been looked at already, since constraints are immediate, is noted again with each statement.
create or replace function seats_begin() returns trigger language plpgsql as $$
begin
    perform from person where id in (select student_id from begun where takes_seat and end_date is null) order by id for no key update;
    if found then
        perform set_config('registration.looked_at_later',
                coalesce(current_setting('registration.looked_at_later', true), '') || string_agg(' ' || started_by || ' ', ''), true)
            from (select distinct started_by from begun where takes_seat and end_date is null) operation
            where not is_known_as_kept('b' || started_by) and not is_looked_at_later(started_by) having count(*) > 0;
        perform forget_what_is_kept();
    end if;
    return null;
end $$;

drop trigger seat_breaks_no_promise on student_registration;
create constraint trigger seat_breaks_no_promise after insert on student_registration deferrable initially deferred
    for each row when (new.takes_seat and new.end_date is null and not is_looked_at_later(new.started_by)) execute function seat_begun();
