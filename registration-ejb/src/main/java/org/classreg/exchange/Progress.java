package org.classreg.exchange;

/** How far an import has come. The import writes it while other threads, such as a page's, read it. */
public class Progress {

    private volatile State state = new State("Waiting", 0, 0);

    private record State(String stage, int done, int total) {
    }

    /** Begins a stage of so many steps; 0 when that is not known. Only the import's own thread calls this. */
    void begin(String stage, int total) {
        state = new State(stage, 0, total);
    }

    /** Counts one step. Only the import's own thread calls this. */
    void step() {
        var now = state;
        state = new State(now.stage, now.done + 1, now.total);
    }

    /** What is being done, for people. */
    public String getStage() {
        return state.stage;
    }

    /** How many steps of the stage are done, from 0. */
    public int getDone() {
        return state.done;
    }

    /** How many steps the stage has; 0 when that is not known. */
    public int getTotal() {
        return state.total;
    }
}
