-- When a run read its input, and how value and bound came nearer to each other, for a chart: "seconds value bound" line by line.
alter table lottery_run add column drawn_at timestamp with time zone;
alter table lottery_run add column course varchar(20000) default '' not null;
