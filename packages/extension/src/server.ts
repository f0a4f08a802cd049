import { serve } from '@entitle/language/server'

serve()
