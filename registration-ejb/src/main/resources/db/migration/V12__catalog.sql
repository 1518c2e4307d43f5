-- What an operation changed besides registrations: a program, a class, a person ... by its name.
alter table operation add column about varchar(300);
