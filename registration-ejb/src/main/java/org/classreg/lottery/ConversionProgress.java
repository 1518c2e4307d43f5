package org.classreg.lottery;

/** How far a conversion has come. It writes while other threads, such as a page's, read. */
public class ConversionProgress {

    private volatile int done;
    private volatile int total;

    void begin(int seats) {
        total = seats;
    }

    void add(int seats) {
        done += seats;
    }

    /** Seats dealt with, from 0. */
    public int getDone() {
        return done;
    }

    /** Seats of the plan; 0 while unknown. */
    public int getTotal() {
        return total;
    }
}
