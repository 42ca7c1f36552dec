package questionbank.interview;

/**
 * Decides whose scorecards a viewer may see, so that panellists score independently.
 * Pages and exports are made from scorecards that it has admitted; statistics follow a
 * stricter rule, see {@link CountedRatings}.
 *
 * @param panellist whether the viewer is on the panel
 * @param submitted whether the viewer's own scorecard is submitted
 * @param overseer whether the viewer is the owner or an administrator
 * @param allSubmitted whether all scorecards of the panel are submitted
 * @param closed whether the interview is closed
 */
record ScorecardVisibility(boolean panellist, boolean submitted, boolean overseer, boolean allSubmitted,
		boolean closed) {

	/**
	 * Whether the viewer may see others' scorecards: a panellist after submitting their
	 * own, whatever their role; an owner or administrator who is not on the panel when
	 * all are submitted or the interview is closed.
	 */
	boolean includesOthers() {
		return this.panellist ? this.submitted : this.overseer && (this.allSubmitted || this.closed);
	}

	/**
	 * Whether the viewer may see a scorecard. One that is not submitted is visible to
	 * others only after the interview was closed.
	 */
	boolean includes(boolean own, boolean isSubmitted) {
		return own || includesOthers() && (isSubmitted || this.closed);
	}

}
