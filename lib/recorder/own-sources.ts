/** The name of the source by which the recorder records itself. */
export const recorderSource = 'recorder';

/** Resources that a caller tells of, one by one: no cycle observes them, so that none takes them for deleted. */
export const callerSource = 'custom';
