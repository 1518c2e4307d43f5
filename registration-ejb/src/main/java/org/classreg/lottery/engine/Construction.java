package org.classreg.lottery.engine;

/** First assignments, and what improves one without taking anything from anyone. */
final class Construction {

    private final Draw draw;
    private final Objective objective;
    private final int[] price;

    Construction(Draw draw, Objective objective) {
        this.draw = draw;
        this.objective = objective;
        price = new int[draw.market.places()];
    }

    /** In drawn order, each student takes the best schedule at these prices among the places left; who comes after a stop takes nothing. */
    Allocation build(int[] prices) {
        var allocation = new Allocation(draw.market);
        System.arraycopy(prices, 0, price, 0, price.length);
        for (var place = 0; place < price.length; place++) {
            close(allocation, place);
        }
        for (var student = 0; student < draw.market.students() && !draw.control.stop(); student++) {
            draw.scheduler.load(student, objective, price);
            draw.scheduler.solve();
            allocation.give(student, draw.scheduler.schedule());
            for (var option : allocation.schedule[student]) {
                close(allocation, draw.market.optionSection[option]);
            }
            for (var entry : draw.market.entries[student]) {
                close(allocation, entry);
            }
        }
        return allocation;
    }

    private void close(Allocation allocation, int place) {
        if (allocation.free[place] <= 0) {
            price[place] = Scheduler.FORBIDDEN;
        }
    }

    /**
     * Students take the best schedule among the own places and the free ones, who gains most comes first, and in drawn order where they
     * gain the same; until nothing changes.
     */
    void polish(Allocation allocation) {
        var improved = true;
        while (improved && !draw.control.stop()) {
            improved = false;
            for (var student : byGain(allocation)) {
                improved |= !draw.control.stop() && improve(allocation, student);
            }
        }
    }

    /** Who would gain by free seats, from the most to the least. */
    private int[] byGain(Allocation allocation) {
        for (var place = 0; place < price.length; place++) {
            price[place] = allocation.free[place] > 0 ? 0 : Scheduler.FORBIDDEN;
        }
        var gains = new int[draw.market.students()];
        draw.each(0, gains.length, (student, scheduler) -> {
            if (seesFreeSeat(allocation, student)) {
                gains[student] = gain(allocation, student, scheduler);
            }
        });
        return descending(gains);
    }

    private static int[] descending(int[] gains) {
        var keys = new double[gains.length];
        var students = new int[gains.length];
        var size = 0;
        for (var student = 0; student < gains.length; student++) {
            if (gains[student] > 0) {
                keys[size] = Integer.MAX_VALUE - gains[student];
                students[size++] = student;
            }
        }
        var order = Order.ascending(keys, size);
        for (var k = 0; k < size; k++) {
            order[k] = students[order[k]];
        }
        return order;
    }

    private boolean seesFreeSeat(Allocation allocation, int student) {
        var market = draw.market;
        for (var option = market.optionStart[student]; option < market.optionStart[student + 1]; option++) {
            var section = market.optionSection[option];
            if (allocation.free[section] > 0 && !allocation.holds(student, section)) {
                return true;
            }
        }
        return false;
    }

    /** What the best schedule among own and free places is worth more than the present one; the scheduler has it, if it is. */
    private int gain(Allocation allocation, int student, Scheduler scheduler) {
        scheduler.load(student, objective, price);
        for (var option : allocation.schedule[student]) {
            scheduler.setCost(option, -objective.bonus[draw.market.optionRank[option]]);
        }
        if (allocation.schedule[student].length > 0) {
            scheduler.setEntryPrice(0);
        }
        var worth = allocation.worth(student, objective);
        return scheduler.solve(worth) - worth;
    }

    private boolean improve(Allocation allocation, int student) {
        if (gain(allocation, student, draw.scheduler) <= 0) {
            return false;
        }
        var before = allocation.schedule[student];
        allocation.give(student, draw.scheduler.schedule());
        update(allocation, student, before);
        update(allocation, student, allocation.schedule[student]);
        return true;
    }

    private void update(Allocation allocation, int student, int[] options) {
        for (var option : options) {
            var section = draw.market.optionSection[option];
            price[section] = allocation.free[section] > 0 ? 0 : Scheduler.FORBIDDEN;
        }
        for (var entry : draw.market.entries[student]) {
            close(allocation, entry);
        }
    }
}
