-- The seats of a section are found among its active registrations by the types that take one, for which no index of their own is kept. ("takes_seat"
-- instead of the types would let a plan read all seats of the program, when the statistics know of none.)
create function seat_types() returns bigint[] language plpgsql stable as $$
begin
    return array(select id from registration_type where takes_seat);
end $$;

-- One plan does for one section and for thousands; a new one for each list would take longer than the answer. It must not read all that an import has
-- just written, of which the statistics do not know.
create function sections_count_their_seats(sections bigint[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
    types bigint[] := seat_types();
    wrong record;
begin
    select s.id, s.enrolled, has.taken into wrong
        from class_section s
        cross join lateral (select count(*) as taken from student_registration r
            where r.section_id = s.id and r.type_id = any(types) and r.end_date is null offset 0) has
        where s.id = any(sections) and not is_known_as_kept('s' || s.id) and s.enrolled <> has.taken limit 1;
    if found then
        raise exception 'class_section % counts % seats, but % are taken', wrong.id, wrong.enrolled, wrong.taken
            using errcode = 'check_violation', constraint = 'section_counts_its_seats';
    end if;
    perform set_config('registration.kept', coalesce((select string_agg(' s' || id || ' ', '') from unnest(sections) id), '')
        || coalesce(current_setting('registration.kept', true), ''), true);
end $$;

create or replace function section_counts_its_seats(section bigint) returns void language plpgsql as $$
begin
    if not is_known_as_kept('s' || section) then
        perform sections_count_their_seats(array[section]);
    end if;
end $$;

create or replace function ended_seats_are_counted(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
begin
    perform sections_count_their_seats(array(select distinct section_id from student_registration where ended_by = operation and takes_seat));
    perform remember_as_kept('e' || operation);
end $$;

create or replace function begun_seats_break_no_promise(operation bigint) returns void language plpgsql set enable_seqscan = off as $$
declare
    key bigint;
    is_past_limits boolean;
begin
    perform sections_count_their_seats(array(select distinct section_id from student_registration where started_by = operation and takes_seat));
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

create function students_in(section bigint) returns bigint[] language plpgsql set enable_seqscan = off as $$
begin
    return array(select student_id from student_registration where section_id = section and type_id = any(seat_types()) and end_date is null);
end $$;

create or replace function students_are_in_one_place(section bigint) returns void language plpgsql as $$
declare
    students bigint[] := students_in(section);
    student bigint;
begin
    perform from person where id = any(students) order by id for no key update;
    foreach student in array students_in(section) loop
        perform student_is_in_one_place(student, section);
    end loop;
end $$;

create or replace function students_may_stay(section bigint) returns void language plpgsql as $$
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
    foreach student in array students_in(section) loop
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

drop index student_registration_taken;
