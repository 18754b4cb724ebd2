import { createContext, useContext } from 'react'

/** What every page says of a county for training; undefined in a real one. */
export const TrainingContext = createContext<string | undefined>(undefined)
export const useTraining = (): string | undefined => useContext(TrainingContext)
