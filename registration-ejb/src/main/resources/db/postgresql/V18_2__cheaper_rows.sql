-- Few registrations have a key in another system.
alter table student_registration drop constraint student_registration_sourced_id_key;
create unique index student_registration_sourced_id_key on student_registration (sourced_id) where sourced_id is not null;

-- The keys of several columns say the same and more.
alter table student_registration drop constraint student_registration_section_id_fkey;
alter table student_registration drop constraint student_registration_type_id_fkey;
