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
            if (draw.market.entry[student] >= 0) {
                close(allocation, draw.market.entry[student]);
            }
        }
        return allocation;
    }

    private void close(Allocation allocation, int place) {
        if (allocation.free[place] <= 0) {
            price[place] = Scheduler.FORBIDDEN;
        }
    }

    /** In drawn order, each student takes the best schedule among the own places and the free ones, until nothing changes. */
    void polish(Allocation allocation) {
        var improved = true;
        while (improved && !draw.control.stop()) {
            improved = false;
            for (var student = 0; student < draw.market.students() && !draw.control.stop(); student++) {
                improved |= seesFreeSeat(allocation, student) && improve(allocation, student);
            }
        }
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

    private boolean improve(Allocation allocation, int student) {
        var market = draw.market;
        var scheduler = draw.scheduler;
        for (var option = market.optionStart[student]; option < market.optionStart[student + 1]; option++) {
            var section = market.optionSection[option];
            price[section] = allocation.free[section] > 0 || allocation.holds(student, section) ? 0 : Scheduler.FORBIDDEN;
        }
        scheduler.load(student, objective, price);
        var enters = market.entry[student] < 0 || allocation.free[market.entry[student]] > 0 || allocation.schedule[student].length > 0;
        scheduler.setEntryPrice(enters ? 0 : Scheduler.FORBIDDEN);
        var worth = allocation.worth(student, objective);
        if (scheduler.solve(worth) <= worth) {
            return false;
        }
        allocation.give(student, scheduler.schedule());
        return true;
    }
}
